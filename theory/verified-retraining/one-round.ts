import { gaussianExpectation } from '../numerics/gaussian-expectation.ts';
import { coordinates, type Setting, validateKept, validateSetting } from './model.ts';
import { leadingOrderMse } from './one-round/leading-order.ts';
import { transfer } from './transfer-map.ts';
import { windows } from './window.ts';

/** Mean squared errors E‖θ̂−θ*‖² around one verified round, in (y per x)². */
export interface OneRoundMse {
  /** MSE(θ̂₁) by Theorem 3.1 without its remainder. */
  readonly leadingOrder: number;
  /** MSE(θ̂₁) for any n₀ and n₁. */
  readonly exact: number;
  /** MSE(θ̂₀) = σ²Σμ_j⁻² of the fit to the real data. */
  readonly baseline: number;
}

/**
 * One verified round in the block design (Theorem 3.1). Exactly, a direction contributes E[(T(u₀)−v_jᵀθ*)² + σ²m₂(u₀)/n₁] over
 * u₀ ~ N(v_jᵀθ*, σ²/μ_j²) (regression setup): the accepted mean has mean T(u₀) and variance σ²m₂(u₀)/n₁.
 * @param keptPerDirection accepted samples n₁ ≥ 1 of every direction, or Infinity
 * @throws SettingError when the setting or n₁ lies outside the model.
 */
export function oneRoundMse(setting: Setting, keptPerDirection: number): OneRoundMse {
  const { thetaStar, noise, singularValues } = validateSetting(setting);
  const kept = validateKept(keptPerDirection);
  const truth = coordinates(setting, thetaStar);
  const exact = windows(setting).reduce((sum, window, j) => {
    const squaredError = (u: number) => {
      const { value, variance } = transfer(window, u);
      return (value - truth[j]!) ** 2 + variance / kept;
    };
    return sum + gaussianExpectation(truth[j]!, noise / singularValues[j]!, squaredError);
  }, 0);
  const baseline = singularValues.reduce((sum, mu) => sum + (noise / mu) ** 2, 0);
  return { leadingOrder: leadingOrderMse(setting, kept), exact, baseline };
}
