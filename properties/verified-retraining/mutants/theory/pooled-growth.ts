import * as theory from '../../../../theory/verified-retraining/index.ts';
import { keptByRound } from '../../../../theory/verified-retraining/model.ts';
import { wrongTheory } from '../define.ts';

export const pooledGrowth = wrongTheory({
  id: 'pooled-growth',
  title: 'unverified growth adds 1/(n₀ + … + n_k), as if samples of all rounds were pooled',
  module: import.meta.url,
  replaced: {
    unverifiedError: (setting, schedule, rounds) => {
      const errors = [theory.unverifiedError(setting, [], 0)[0]!];
      let pooled = 0;
      for (const kept of keptByRound(schedule, rounds)) {
        pooled += kept;
        errors.push(errors.at(-1)! + (setting.singularValues.length * setting.noise ** 2) / pooled);
      }
      return errors;
    },
  },
});
