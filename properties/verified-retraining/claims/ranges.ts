import type { Setting } from '../../../theory/verified-retraining/model.ts';
import type { Range } from '../../engine/numbers.ts';
import { offsets } from '../domains/offsets.ts';

/*
 * Bounds of the observables of verified runs of the block design, and how far squared errors of any run spread. The bounds follow from the rule
 * |y − xᵀθ_c| ≤ r‖x‖ + σ_c: v_jᵀθ̂_k is a mean of labels within R = r + σ_c of v_jᵀθ_c. They are read off the setting, not off the theory under
 * test: a decision about a bounded mean keeps its error probabilities only if the bounds are true, also where a mutant gets R wrong.
 */

/** Slack for rounding, relative: a mean of n labels in a window may leave the window by some units in the last place. */
const ROUNDING = 1e-9;

/** R, in y. */
const reach = ({ radius, noiseAllowance }: Setting) => (radius + noiseAllowance) * (1 + ROUNDING);

/** Bounds of v_jᵀ(θ̂_k − θ_c), in y per x. */
export function distanceRange(setting: Setting): Range {
  return [-reach(setting), reach(setting)];
}

/** Bounds of ‖θ̂_k − θ_c‖², pR², in (y per x)². */
export function squaredDistanceRange(setting: Setting): Range {
  return [0, setting.singularValues.length * reach(setting) ** 2];
}

/** Bounds of v_jᵀ(θ̂_k − θ*), within R of b_j, by direction, in y per x. */
export function errorRanges(setting: Setting): Range[] {
  return offsets(setting).map((offset) => [offset - reach(setting), offset + reach(setting)]);
}

/** Bounds of ‖θ̂_k − θ*‖², Σ_j (R + |b_j|)², in (y per x)². */
export function squaredErrorRange(setting: Setting): Range {
  return [0, errorRanges(setting).reduce((sum, [low, high]) => sum + Math.max(-low, high) ** 2, 0)];
}

/**
 * Bound on the sd of a squared distance of mean E‖e‖², in the same unit: for normal e of mean m and covariance Σ,
 * Var‖e‖² = 2 tr Σ² + 4mᵀΣm ≤ 2(tr Σ + ‖m‖²)². Estimates in a window have lighter tails.
 */
export function squaredSpread(mean: number): number {
  return Math.SQRT2 * mean;
}
