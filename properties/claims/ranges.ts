import type { Setting } from '../../theory/model.ts';
import { offsets } from '../domains/offsets.ts';

/** Slack for rounding, relative: a mean of n labels in a window may leave it by a few ulps. */
const ROUNDING = 1e-9;

type Range = readonly [low: number, high: number];

/** Once verified, v_jᵀ(θ̂_k − θ*) lies within R of b_j: its bounds by direction, in y per x. Block design. */
export function errorRanges(setting: Setting): Range[] {
  const reach = (setting.radius + setting.noiseAllowance) * (1 + ROUNDING);
  return offsets(setting).map((offset) => [offset - reach, offset + reach]);
}

/** Bounds of ‖θ̂_k − θ*‖² once verified, Σ_j (R + |b_j|)², in (y per x)². Block design. */
export function squaredErrorRange(setting: Setting): Range {
  return [0, errorRanges(setting).reduce((sum, [low, high]) => sum + Math.max(-low, high) ** 2, 0)];
}
