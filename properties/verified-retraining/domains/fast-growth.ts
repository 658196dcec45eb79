import * as fc from 'fast-check';
import { keptByRound } from '../../../theory/verified-retraining/model.ts';
import { type Regime as BiasRegime, regimeOf } from '../../../theory/verified-retraining/regimes.ts';
import type { Regime } from '../../engine/domain.ts';
import type { Range } from '../../engine/numbers.ts';
import { growths, scheduleOf } from './growth.ts';
import type { Retraining } from './retraining.ts';
import { type SettingShape, settings } from './settings.ts';

/** Few real samples make the baseline, and with it every effect, large against the window. */
const REAL_SAMPLES = 12;

/** Ten to twenty times the real samples from the start, so that synthetic noise plays no part. */
const first = [10 * REAL_SAMPLES, 20 * REAL_SAMPLES] as const;

/** Which of the paper's regimes of bias a run lies in. */
export function biasRegime({ setting, growth }: Retraining): BiasRegime {
  return regimeOf(setting, keptByRound(scheduleOf(growth), 1)[0]!);
}

/** Runs of one regime of bias with geometric n_k; the bias in units of s = √B, ratios by round. p ≤ 3. */
export function fastGrowth(
  name: BiasRegime,
  shape: Pick<SettingShape, 'bias' | 'halfWidth'>,
  ratio: Range,
): Regime<Retraining> {
  return {
    name,
    settings: ({ maximumDimension }) =>
      fc.record({
        setting: settings({
          ...shape,
          dimension: [1, Math.min(maximumDimension, 3)],
          realSamples: [REAL_SAMPLES, REAL_SAMPLES],
          biasUnit: 'baseline',
          rotated: true,
        }),
        growth: growths('geometric', { first, ratio }),
      }),
    holds: (drawn) => biasRegime(drawn) === name,
  };
}
