import { type Setting, SettingError, validateKept, validateSetting } from './model.ts';
import { contractionRate } from './transfer-map.ts';

/**
 * What growing n_k do to the error (three regimes after Theorem 4.1; boundaries derived, s = √B).
 * - unbiased (Δ = 0): it goes to 0.
 * - mild (Δ < s): it ends below the baseline B.
 * - strong (s ≤ Δ < Δ*): it falls first and ends above the baseline.
 * - very strong (Δ ≥ Δ*): it is above the baseline from round 1.
 */
export type Regime = 'unbiased' | 'mild' | 'strong' | 'very strong';

/** Δ = ‖θ*−θ_c‖, in y per x. */
export function bias(setting: Setting): number {
  const { thetaStar, knowledgeCenter } = validateSetting(setting);
  return Math.hypot(...thetaStar.map((value, k) => value - knowledgeCenter[k]!));
}

/** B = MSE(θ̂₀) = σ²Σ_j μ_j^{−2}, the error of the fit to the real data, in (y per x)². */
export function baselineError(setting: Setting): number {
  const { noise, singularValues } = validateSetting(setting);
  return singularValues.reduce((sum, mu) => sum + (noise / mu) ** 2, 0);
}

/**
 * Δ* = √((1−ρ²)B − pσ²ρ/n₁)/(1−ρ): to leading order one verified round improves on the baseline iff Δ < Δ* (derived).
 * @param kept accepted samples n₁ ≥ 1 of every direction, or Infinity
 * @returns null when one round improves at no bias, because n₁ is not above `minimumKept`.
 * @throws SettingError when the setting or kept lies outside the model.
 */
export function improvementBoundary(setting: Setting, kept: number): number | null {
  const rate = contractionRate(setting);
  const gain = (1 - rate ** 2) * baselineError(setting) - syntheticVariance(setting, rate) / validateKept(kept);
  return gain > 0 ? Math.sqrt(gain) / (1 - rate) : null;
}

/**
 * The n₁ that one round must exceed for any improvement: (1−ρ²)B > pσ²ρ/n₁, so n₁ > pσ²ρ/((1−ρ²)B) = h·ρ/(1−ρ²) with h the harmonic mean of
 * the μ_j². With equal μ_j it is μ²ρ/(1−ρ²). Not rounded.
 * @throws SettingError when the setting lies outside the model.
 */
export function minimumKept(setting: Setting): number {
  const rate = contractionRate(setting);
  return syntheticVariance(setting, rate) / ((1 - rate ** 2) * baselineError(setting));
}

/**
 * The regime of a setting whose n_k grow from `kept`.
 * @param kept accepted samples n₁ ≥ 1 of every direction, or Infinity
 * @throws RangeError when kept is so small that s < Δ* fails and the regimes are not ordered: n₁ > pσ²/(2(1−ρ)B) is needed, because
 * (Δ*)² − s² = [2ρ(1−ρ)B − pσ²ρ/n₁]/(1−ρ)².
 * @throws SettingError when the setting or kept lies outside the model.
 */
export function regimeOf(setting: Setting, kept: number): Regime {
  const rate = contractionRate(setting);
  const baseline = baselineError(setting);
  const boundary = improvementBoundary(setting, kept);
  if (boundary === null || boundary ** 2 <= baseline) {
    const needed = syntheticVariance(setting, 1) / (2 * (1 - rate) * baseline);
    throw new SettingError(
      `kept = ${kept}: the regimes are ordered only above ${needed} accepted samples per direction`,
    );
  }
  const distance = bias(setting);
  if (distance === 0) return 'unbiased';
  if (distance ** 2 < baseline) return 'mild';
  return distance < boundary ? 'strong' : 'very strong';
}

/**
 * MSE_k ≈ Δ²(1−ρᵏ)² + Bρ^{2k} in (y per x)²: the error to θ* when n_k grow so fast that sampling noise plays no part and T is taken as
 * linear about θ_c (derived).
 * @returns entry k after k rounds, k = 0 … rounds.
 * @throws SettingError when the setting lies outside the model or rounds is no whole number ≥ 0.
 */
export function fastGrowthError(setting: Setting, rounds: number): number[] {
  if (!Number.isInteger(rounds) || rounds < 0) {
    throw new SettingError(`rounds = ${rounds}: a whole number ≥ 0 is needed`);
  }
  const rate = contractionRate(setting);
  const distance = bias(setting);
  const baseline = baselineError(setting);
  return Array.from({ length: rounds + 1 }, (_, k) => {
    const left = rate ** k;
    return (distance * (1 - left)) ** 2 + baseline * left ** 2;
  });
}

/** pσ²ρ: the largest variance of a round that accepts one sample per direction. */
function syntheticVariance(setting: Setting, rate: number): number {
  return setting.singularValues.length * setting.noise ** 2 * rate;
}
