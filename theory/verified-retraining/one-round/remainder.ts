import { coordinates, type Setting, validateKept, validateSetting } from '../model.ts';
import { truncatedNormalCumulants } from '../truncated-normal.ts';
import { standardized, windows } from '../window.ts';

/**
 * The remainder of Theorem 3.1, there O(n₀^{−4/3}), to second order (derived): σ²Σ_j [κ₄/(2n₁μ_j²) + (m₁κ₅/4 + m₂κ₄ + ¾κ₃²)/μ_j⁴] with the
 * cumulants κ_r of the accepted noise at u = v_jᵀθ*; exact MSE − leading order = this + O(μ⁻⁶ + 1/(n₁μ⁴)). In (y per x)².
 * @param keptPerDirection accepted samples n₁ ≥ 1 of every direction, or Infinity
 * @throws SettingError when the setting or n₁ lies outside the model.
 */
export function secondOrderRemainder(setting: Setting, keptPerDirection: number): number {
  const { thetaStar, noise, singularValues } = validateSetting(setting);
  const kept = validateKept(keptPerDirection);
  const truth = coordinates(setting, thetaStar);
  return windows(setting).reduce((sum, window, j) => {
    const { alpha, beta } = standardized(window, truth[j]!);
    const [mean, variance, third, fourth, fifth] = truncatedNormalCumulants(alpha, beta);
    const muSquare = singularValues[j]! ** 2;
    const ofVariance = fourth / (2 * kept * muSquare);
    const ofBias = ((mean * fifth) / 4 + variance * fourth + (3 * third ** 2) / 4) / muSquare ** 2;
    return sum + noise ** 2 * (ofVariance + ofBias);
  }, 0);
}
