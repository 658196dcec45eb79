import * as theory from '../../../../theory/verified-retraining/index.ts';
import { wrongTheory } from '../define.ts';

export const phaseTransition = wrongTheory({
  id: 'phase-transition',
  title: 'verification stops working at once when Δ exceeds r',
  module: import.meta.url,
  replaced: {
    oneRoundMse: (setting, kept) => {
      const errors = theory.oneRoundMse(setting, kept);
      const beyond =
        Math.hypot(...setting.thetaStar.map((value, i) => value - setting.knowledgeCenter[i]!)) > setting.radius;
      return beyond ? { ...errors, exact: errors.baseline } : errors;
    },
  },
});
