import * as fc from 'fast-check';
import type { Setting } from '../../../theory/verified-retraining/model.ts';
import type { Stratum } from '../../engine/domain.ts';
import { logUniformWhole, type Range, within } from '../../engine/numbers.ts';
import type { RetrainingTier } from '../tiers.ts';
import { relativeBias, relativeHalfWidth } from './relative.ts';
import { type SettingShape, settings } from './settings.ts';

/** One verified round: a setting and n₁, the accepted samples a direction. */
export interface OneRound {
  readonly setting: Setting;
  readonly kept: number;
}

/** Rounds of one shape, with n₁ in one range. Where the shape says nothing: p up to that of the tier, rotated directions, n₀ and n₁ from 4 to 40, R/σ from 0.85 to 2.5. */
export function oneRounds(
  tier: RetrainingTier,
  shape: Partial<SettingShape> & Pick<SettingShape, 'bias'>,
  kept: Range = [4, 40],
) {
  return fc.record({
    setting: settings({
      dimension: [1, tier.maximumDimension],
      realSamples: [4, 40],
      halfWidth: [0.85, 2.5],
      rotated: true,
      ...shape,
    }),
    kept: logUniformWhole(...kept),
  });
}

/** Largest μ_j². */
const information = ({ singularValues }: Setting) => Math.max(...singularValues) ** 2;

/** The kinds of rounds that the paper distinguishes. */
export const oneRoundStrata: readonly Stratum<OneRound, RetrainingTier>[] = [
  {
    name: 'unbiased',
    settings: (tier) => oneRounds(tier, { bias: [0, 0] }),
    holds: ({ setting }) => relativeBias(setting) === 0,
  },
  {
    name: 'mild bias',
    settings: (tier) => oneRounds(tier, { bias: [0.1, 0.5] }),
    holds: ({ setting }) => within(relativeBias(setting), [0.1, 0.5]),
  },
  {
    name: 'strong bias',
    settings: (tier) => oneRounds(tier, { bias: [1, 2.5] }),
    holds: ({ setting }) => within(relativeBias(setting), [1, 2.5]),
  },
  {
    name: 'strict',
    settings: (tier) => oneRounds(tier, { bias: [0, 1.5], halfWidth: [0.82, 1] }),
    holds: ({ setting }) => within(relativeHalfWidth(setting), [0.82, 1]),
  },
  {
    name: 'lenient',
    settings: (tier) => oneRounds(tier, { bias: [0, 1.5], halfWidth: [2, 3.5] }),
    holds: ({ setting }) => within(relativeHalfWidth(setting), [2, 3.5]),
  },
  {
    name: 'few samples',
    settings: (tier) => oneRounds(tier, { bias: [0, 1.5], realSamples: [1, 4] }, [1, 4]),
    holds: ({ setting, kept }) => kept <= 4 && information(setting) <= 4 * 1.4 ** 2 + 1e-9,
  },
  {
    name: 'many samples',
    settings: (tier) => oneRounds(tier, { bias: [0, 1.5], realSamples: [60, 120] }, [60, 120]),
    holds: ({ setting, kept }) => kept >= 60 && information(setting) >= 60 * 0.7 ** 2 - 1e-9,
  },
  {
    name: 'p = 1',
    settings: (tier) => oneRounds(tier, { bias: [0, 1.5], dimension: [1, 1] }),
    holds: ({ setting }) => setting.singularValues.length === 1,
  },
];
