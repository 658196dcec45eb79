import * as fc from 'fast-check';
import type { Setting } from '../../../theory/verified-retraining/model.ts';
import type { Domain, Regime } from '../../engine/domain.ts';
import { type Range, within } from '../../engine/numbers.ts';
import { type Growth, type GrowthKind, type GrowthShape, growths } from './growth.ts';
import { offsets, settingsWithOffsets } from './offsets.ts';
import type { SettingShape } from './settings.ts';

/** A setting, and how many samples each round keeps. */
export interface Retraining {
  readonly setting: Setting;
  readonly growth: Growth;
}

/**
 * Settings of one shape with growths of one kind. Every direction is biased, so that each contracts visibly and none hides in the others:
 * `bias` is |b_j|/σ = |v_jᵀ(θ_c−θ*)|/σ. The regime holds by the kind of growth and by these biases.
 */
export function retraining(
  name: string,
  kind: GrowthKind,
  growth: GrowthShape,
  { bias, ...shape }: Omit<SettingShape, 'dimension' | 'biasUnit'>,
): Regime<Retraining> {
  return {
    name,
    settings: ({ maximumDimension }) =>
      fc.record({
        // Half of the tier's dimension: a run costs p times its rounds.
        setting: settingsWithOffsets({ ...shape, dimension: [1, Math.ceil(maximumDimension / 2)] }, bias),
        growth: growths(kind, growth),
      }),
    holds: ({ setting, growth: drawn }) => drawn.kind === kind && biasedWithin(setting, bias),
  };
}

/** Whether |b_j|/σ lies in a range for every direction. */
export function biasedWithin(setting: Setting, range: Range): boolean {
  return offsets(setting).every((offset) => within(Math.abs(offset) / setting.noise, range));
}

/** Rounds that Theorem 4.1 is held against. */
export const ROUNDS = 40;

/**
 * Samples a round. Betting on a squared error bounded by pR² takes about 500n replicates of Σn labels, so n ends below 30: nothing in
 * the bound depends on a scale of n.
 */
const kept: GrowthShape = { first: [4, 8], step: [0.25, 0.5], ratio: [1.01, 1.03] };
const few: GrowthShape = { first: [4, 20], rounds: ROUNDS };

/** More real samples than the first rounds keep, so that taking one for the other shows. */
const shape = { realSamples: [40, 200], halfWidth: [0.9, 2], rotated: true } as const;

/** Theorem 4.1 knows no restriction: every kind of schedule, every bias. Past R/σ = 2 convergence takes more than 40 rounds. */
export const manyRounds: Domain<Retraining> = {
  description: `${ROUNDS} rounds, n_k from 4 to 30 in four kinds of schedule, R/σ from 0.9 to 2, every |b_j| up to 2σ.`,
  regimes: [
    retraining('strong bias, random n', 'random', few, { ...shape, bias: [0.5, 2] }),
    retraining('mild bias, linear n', 'linear', kept, { ...shape, bias: [0.1, 0.5] }),
    retraining('unbiased, geometric n', 'geometric', kept, { ...shape, bias: [0, 0] }),
    retraining('any bias, constant n', 'constant', few, { ...shape, bias: [0, 2] }),
  ],
};
