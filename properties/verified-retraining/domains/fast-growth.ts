import * as fc from 'fast-check';
import { keptByRound } from '../../../theory/verified-retraining/model.ts';
import { type Regime, regimeOf } from '../../../theory/verified-retraining/regimes.ts';
import type { Stratum } from '../../engine/domain.ts';
import type { Range } from '../../engine/numbers.ts';
import type { RetrainingTier } from '../tiers.ts';
import { growths, scheduleOf } from './growth.ts';
import type { Retraining } from './retraining.ts';
import { type SettingShape, settings } from './settings.ts';

/** Few real samples: they make the baseline, and with it every effect, large against the window. */
const REAL_SAMPLES = 12;

/** n₀ is ten to twenty times the number of real samples, so that synthetic noise plays no part. */
const first = [10 * REAL_SAMPLES, 20 * REAL_SAMPLES] as const;

/** Runs of one of the theory's regimes with geometric n_k, p ≤ 3. The bias is in units of s = √B; n_k grows by `ratio` each round. */
export function fastGrowth(
  regime: Regime,
  shape: Pick<SettingShape, 'bias' | 'halfWidth'>,
  ratio: Range,
): Stratum<Retraining, RetrainingTier> {
  return {
    name: regime,
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
    holds: ({ setting, growth }) => regimeOf(setting, keptByRound(scheduleOf(growth), 1)[0]!) === regime,
  };
}
