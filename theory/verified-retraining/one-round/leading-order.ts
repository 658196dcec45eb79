import { coordinates, type Setting, validateKept, validateSetting } from '../model.ts';
import type { TruncatedNormalMoments } from '../truncated-normal/moments.ts';
import { truncatedNormalMoments } from '../truncated-normal.ts';
import { standardized, windows } from '../window.ts';

/**
 * Theorem 3.1 of one direction, without its remainder, in units of σ²: m₂/n₁ + m₁² + (m₂² + m₁m₃)/μ².
 * @param moments of the accepted noise at u = v_jᵀθ*
 * @param mu singular value μ_j > 0
 * @param kept accepted samples n₁ ≥ 1 of the direction, or Infinity
 */
export function leadingOrderTerm(
  moments: Pick<TruncatedNormalMoments, 'mean' | 'variance' | 'thirdCentral'>,
  mu: number,
  kept: number,
): number {
  const { mean, variance, thirdCentral } = moments;
  return variance / kept + mean ** 2 + (variance ** 2 + mean * thirdCentral) / mu ** 2;
}

/**
 * Theorem 3.1's MSE(θ̂₁) = E‖θ̂₁−θ*‖² to leading order, in (y per x)².
 * @param keptPerDirection accepted samples n₁ ≥ 1 of every direction, or Infinity
 * @throws SettingError when the setting or n₁ lies outside the model.
 */
export function leadingOrderMse(setting: Setting, keptPerDirection: number): number {
  const { thetaStar, noise, singularValues } = validateSetting(setting);
  const kept = validateKept(keptPerDirection);
  const truth = coordinates(setting, thetaStar);
  return windows(setting).reduce((sum, window, j) => {
    const { alpha, beta } = standardized(window, truth[j]!);
    return sum + noise ** 2 * leadingOrderTerm(truncatedNormalMoments(alpha, beta), singularValues[j]!, kept);
  }, 0);
}
