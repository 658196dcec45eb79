import { type Setting, validateSetting } from '../model.ts';

/**
 * The block setting that has the same errors after one round, coordinate by coordinate, as verifying along the standard basis e_i in place
 * of the v_j. There e_iᵀθ̂₀ ~ N(θ*_i, σ²Σ_j V_ij²/μ_j²) with V_ij = directions[j][i], so that 1/μ_i² becomes Σ_j V_ij²/μ_j². The coordinates
 * of that start correlate, but the error of each coordinate, and so the MSE, does not depend on that.
 * @throws SettingError when the setting lies outside the model.
 */
export function standardBasisSetting(setting: Setting): Setting {
  const { directions, ...block } = validateSetting(setting);
  if (directions === undefined) return block;
  const singularValues = block.singularValues.map((_, i) => {
    const variance = directions.reduce((sum, v, j) => sum + (v[i]! / block.singularValues[j]!) ** 2, 0);
    return 1 / Math.sqrt(variance);
  });
  return { ...block, singularValues };
}
