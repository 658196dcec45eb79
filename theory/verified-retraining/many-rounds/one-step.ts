import { type Setting, SettingError, validateKept } from '../model.ts';
import { contractionRate, transfer } from '../transfer-map.ts';
import type { Window } from '../window.ts';

/**
 * The inequality behind Theorem 4.1, summed over the p directions of the block design (derived):
 * E‖θ̂_{k+1}−θ_c‖² ≤ ρ²E‖θ̂_k−θ_c‖² + pσ²ρ/n_k, in (y per x)².
 * @param squaredDistance E‖θ̂_k−θ_c‖² ≥ 0
 * @param kept accepted samples n_k ≥ 1 of every direction, or Infinity
 * @throws SettingError when an argument lies outside the model.
 */
export function oneStepBound(setting: Setting, squaredDistance: number, kept: number): number {
  if (!(squaredDistance >= 0)) {
    throw new SettingError(`squaredDistance = ${squaredDistance}: a squared distance ≥ 0 is needed`);
  }
  const rate = contractionRate(setting);
  return rate ** 2 * squaredDistance + (setting.singularValues.length * setting.noise ** 2 * rate) / validateKept(kept);
}

/**
 * The exact error of one step, along one direction from v_jᵀθ̂_k = u: E[(v_jᵀθ̂_{k+1}−c)² | u] = (T(u)−c)² + σ²m₂(u)/n_k (regression setup).
 * @param kept accepted samples n_k ≥ 1, or Infinity
 * @throws SettingError when kept lies outside the model.
 */
export function oneStepError(window: Window, u: number, kept: number): number {
  const { value, variance } = transfer(window, u);
  return (value - window.center) ** 2 + variance / validateKept(kept);
}
