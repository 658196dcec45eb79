import { coordinates, type Setting, validateSetting } from '../model.ts';
import { truncatedNormalMoments } from '../truncated-normal.ts';
import { standardized, windows } from '../window.ts';

/**
 * σ²Σ_j m₂ⱼ²/μ_j², with m₂ⱼ at u = v_jᵀθ*: MSE(θ̂₁) by Theorem 3.1 with a perfect verifier (θ_c = θ*, where m₁ = 0) and n₁ = ∞.
 * For a biased verifier this is a lower bound of the leading order, because m₁m₃ ≥ 0 (derived). In (y per x)².
 * @throws SettingError when the setting lies outside the model.
 */
export function oneRoundFloor(setting: Setting): number {
  const { thetaStar, noise, singularValues } = validateSetting(setting);
  const truth = coordinates(setting, thetaStar);
  return windows(setting).reduce((sum, window, j) => {
    const { alpha, beta } = standardized(window, truth[j]!);
    return sum + ((noise * truncatedNormalMoments(alpha, beta).variance) / singularValues[j]!) ** 2;
  }, 0);
}
