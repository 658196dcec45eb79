import { gaussianExpectation } from '../../numerics/gaussian-expectation.ts';
import { coordinates, type Setting, validateKept, validateSetting } from '../model.ts';
import { transfer } from '../transfer-map.ts';
import { windows } from '../window.ts';

/** Mean and variance of a scalar estimate, in y per x and its square. */
export interface MeanAndVariance {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The exact mean E T(u₀) and variance Var T(u₀) + σ²E m₂(u₀)/n₁ of v_jᵀθ̂₁ in the block design, u₀ ~ N(v_jᵀθ*, σ²/μ_j²);
 * one entry per direction, in the order of the singular values.
 * @param keptPerDirection accepted samples n₁ ≥ 1 of every direction, or Infinity
 * @throws SettingError when the setting or n₁ lies outside the model.
 */
export function oneRoundLaw(setting: Setting, keptPerDirection: number): MeanAndVariance[] {
  const { thetaStar, noise, singularValues } = validateSetting(setting);
  const kept = validateKept(keptPerDirection);
  const truth = coordinates(setting, thetaStar);
  return windows(setting).map((window, j) => {
    const expectation = (f: (u: number) => number) => gaussianExpectation(truth[j]!, noise / singularValues[j]!, f);
    const mean = expectation((u) => transfer(window, u).value);
    const variance = expectation((u) => {
      const accepted = transfer(window, u);
      return (accepted.value - mean) ** 2 + accepted.variance / kept;
    });
    return { mean, variance };
  });
}
