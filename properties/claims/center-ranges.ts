import type { Setting } from '../../theory/model.ts';

/** Slack for rounding, relative: a mean of n labels in a window may leave it by a few ulps. */
const ROUNDING = 1e-9;

type Range = readonly [low: number, high: number];

/** Bounds of v_jᵀ(θ̂_k − θ_c) once verified, in y per x: R = r + σ_c to either side. Block design. */
export function distanceRange({ radius, noiseAllowance }: Setting): Range {
  const reach = (radius + noiseAllowance) * (1 + ROUNDING);
  return [-reach, reach];
}

/** Bounds of ‖θ̂_k − θ_c‖² once verified, pR², in (y per x)². Block design. */
export function squaredDistanceRange(setting: Setting): Range {
  return [0, setting.singularValues.length * distanceRange(setting)[1] ** 2];
}
