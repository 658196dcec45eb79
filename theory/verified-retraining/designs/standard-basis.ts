import { type Setting, validateSetting } from '../model.ts';

/**
 * The block setting with the one-round errors, coordinate by coordinate, of verifying along the standard basis e_i in place of the v_j:
 * e_iᵀθ̂₀ ~ N(θ*_i, σ²Σ_j V_ij²/μ_j²), so that 1/μ_i² becomes Σ_j V_ij²/μ_j², V_ij = directions[j][i]. The start's coordinates correlate
 * there, which marginal errors, and so the MSE, do not see.
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
