import { coordinates, type Setting, SettingError, validateSetting } from './model.ts';
import { truncatedNormalMoments } from './truncated-normal.ts';
import { standardized, windows } from './window.ts';

/**
 * The probability Φ(β) − Φ(α) that the verifier accepts a proposal y = v_jᵀθ̂ + ξ at x = v_j, one entry per direction in the order of the
 * singular values (regression setup). An acceptance below the smallest double, e⁻⁷⁴⁵, is 0.
 * @param estimate θ̂ ∈ ℝᵖ, in y per x
 * @throws SettingError when the setting lies outside the model or the estimate is no finite vector of p entries.
 */
export function acceptanceProbability(setting: Setting, estimate: readonly number[]): number[] {
  const dimension = validateSetting(setting).thetaStar.length;
  if (estimate.length !== dimension || !estimate.every(Number.isFinite)) {
    throw new SettingError(`estimate = [${estimate}]: ${dimension} finite numbers are needed`);
  }
  const generator = coordinates(setting, estimate);
  return windows(setting).map((window, j) => {
    const { alpha, beta } = standardized(window, generator[j]!);
    return Math.exp(truncatedNormalMoments(alpha, beta).logMass);
  });
}
