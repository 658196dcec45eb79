import * as fc from 'fast-check';
import type { Setting } from '../../../theory/verified-retraining/model.ts';
import type { Domain, Stratum } from '../../engine/domain.ts';
import type { RetrainingTier } from '../tiers.ts';
import { type Growth, type GrowthKind, type GrowthShape, growths } from './growth.ts';
import { biasedWithin, settingsWithOffsets } from './offsets.ts';
import type { SettingShape } from './settings.ts';

/** A setting, and how many samples each round keeps. */
export interface Retraining {
  readonly setting: Setting;
  readonly growth: Growth;
}

/**
 * Settings of one shape with growths of one kind. Every direction has a bias `bias` = |b_j|/σ = |v_jᵀ(θ_c−θ*)|/σ, so that each of them contracts
 * visibly. A setting lies in the stratum by its kind of growth and by these biases.
 */
export function retraining(
  name: string,
  kind: GrowthKind,
  growth: GrowthShape,
  { bias, ...shape }: Omit<SettingShape, 'dimension' | 'biasUnit'>,
): Stratum<Retraining, RetrainingTier> {
  return {
    name,
    settings: ({ maximumDimension }) =>
      fc.record({
        // Half of the tier's dimension, because the cost of a run is p times its rounds.
        setting: settingsWithOffsets({ ...shape, dimension: [1, Math.ceil(maximumDimension / 2)] }, bias),
        growth: growths(kind, growth),
      }),
    holds: ({ setting, growth: drawn }) => drawn.kind === kind && biasedWithin(setting, bias),
  };
}

/** Rounds after which Theorem 4.1 is checked. */
export const ROUNDS = 40;

/**
 * Samples of a round. To bet on a squared error bounded by pR² takes about 500n replicates of Σn labels, so n stays below 30. Nothing in the bound
 * depends on the scale of n.
 */
const kept: GrowthShape = { first: [4, 8], step: [0.25, 0.5], ratio: [1.01, 1.03] };
const few: GrowthShape = { first: [4, 20], rounds: ROUNDS };

/** More real samples than the first rounds keep, so that a mutant that takes one number for the other is noticed. */
const shape = { realSamples: [40, 200], halfWidth: [0.9, 2], rotated: true } as const;

/** Theorem 4.1 has no restriction: every kind of schedule, every bias. Beyond R/σ = 2 convergence takes more than 40 rounds. */
export const manyRounds: Domain<Retraining, RetrainingTier> = {
  description: `${ROUNDS} rounds, n_k from 4 to 30 in four kinds of schedule, R/σ from 0.9 to 2, every |b_j| up to 2σ.`,
  strata: [
    retraining('strong bias, random n', 'random', few, { ...shape, bias: [0.5, 2] }),
    retraining('mild bias, linear n', 'linear', kept, { ...shape, bias: [0.1, 0.5] }),
    retraining('unbiased, geometric n', 'geometric', kept, { ...shape, bias: [0, 0] }),
    retraining('any bias, constant n', 'constant', few, { ...shape, bias: [0, 2] }),
  ],
};
