import * as fc from 'fast-check';
import { oneRoundMse } from '../../../theory/verified-retraining/one-round.ts';
import { bias, improvementBoundary, minimumKept } from '../../../theory/verified-retraining/regimes.ts';
import type { Domain } from '../../engine/domain.ts';
import { logUniformWhole, type Range, uniform } from '../../engine/numbers.ts';
import type { RetrainingTier } from '../tiers.ts';
import { withBias } from './offsets.ts';
import type { OneRound } from './one-round.ts';
import { type SettingShape, settings } from './settings.ts';

/** Smallest gain or loss that is drawn, as a share of the baseline. It keeps settings off the boundary, on which the gain has no sign. */
const DISTANCE = 0.15;

const shape = (tier: RetrainingTier, rest: Partial<SettingShape>): SettingShape => ({
  dimension: [1, tier.maximumDimension],
  realSamples: [5, 20],
  halfWidth: [0.85, 1.4],
  bias: [1, 1],
  rotated: true,
  ...rest,
});

const offBoundary = ({ setting, kept }: OneRound) => {
  const { exact, baseline } = oneRoundMse(setting, kept);
  return Math.abs(exact - baseline) >= DISTANCE * baseline;
};

/** Rounds with enough synthetic labels for a boundary Δ* to exist, and with a bias that is a multiple of Δ*. */
const ofBoundary = (tier: RetrainingTier, multiple: Range): fc.Arbitrary<OneRound> =>
  fc
    .record({ setting: settings(shape(tier, {})), kept: logUniformWhole(40, 80), multiple: uniform(...multiple) })
    .map(({ setting, kept, multiple }) => ({
      setting: withBias(setting, multiple * improvementBoundary(setting, kept)!),
      kept,
    }))
    .filter(offBoundary);

/** Rounds with at most half of the synthetic labels that any improvement needs. */
const withoutBoundary = (tier: RetrainingTier): fc.Arbitrary<OneRound> =>
  fc
    .record({
      setting: settings(shape(tier, { halfWidth: [1.3, 2.2], realSamples: [20, 60], bias: [0, 0.3] })),
      share: uniform(0.1, 0.5),
    })
    .map(({ setting, share }) => ({ setting, kept: Math.max(1, Math.floor(share * minimumKept(setting))) }))
    .filter(offBoundary);

/** Δ/Δ*, or null without a boundary. */
const toBoundary = ({ setting, kept }: OneRound) => {
  const boundary = improvementBoundary(setting, kept);
  return boundary === null ? null : bias(setting) / boundary;
};

/** Rounds that gain or lose, on both sides of the boundary Δ* of Theorem 3.1 and without one. */
export const gains: Domain<OneRound, RetrainingTier> = {
  description: `Gain or loss of at least ${100 * DISTANCE} % of the baseline, with Δ/Δ* up to 0.7 or from 1.4 up, or n₁ at most half of what a boundary needs.`,
  strata: [
    {
      name: 'inside the boundary',
      settings: (tier) => ofBoundary(tier, [0, 0.7]),
      holds: (round) => (toBoundary(round) ?? 1) < 0.701,
    },
    {
      name: 'beyond the boundary',
      settings: (tier) => ofBoundary(tier, [1.4, 3]),
      holds: (round) => (toBoundary(round) ?? 1) > 1.399,
    },
    { name: 'no boundary', settings: withoutBoundary, holds: (round) => toBoundary(round) === null },
  ],
};
