import { coordinates, type Setting, validateKept, validateSetting } from '../model.ts';
import { contractionRate } from '../transfer-map.ts';
import { windowHalfWidth } from '../window.ts';

/** Bounds on the partial derivatives of the exact one-round MSE, in (y per x)² per unit of what moves. */
export interface SmoothnessBounds {
  /** |∂MSE| when θ_c moves a unit distance, in any direction. */
  readonly bias: number;
  /** |∂MSE/∂r|. */
  readonly radius: number;
  /** |∂MSE/∂(1/n₁)|. */
  readonly inverseKept: number;
}

/**
 * How fast the exact MSE(θ̂₁) = Σ_j E[(T−θ*)² + V/n₁] can change ("no phase transition", after Theorem 3.1), b = c−θ* in direction j, V = σ²m₂.
 *
 * Let the accepted y, on [c−R, c+R], have density f. All bounds follow from f being log-concave.
 * - D = E|T−θ*| ≤ |b| + min(R, σ√(2/π)/μ): |T−θ*| is below R + |b|, and T lies between u₀ and c, so it is also below |u₀−θ*| + |b|.
 * - ∂T/∂c = 1−m₂ ∈ (0, 1).
 * - |∂V/∂c| = σ|m₃| = |E(y−T)³|/σ² ≤ 2R·V/σ² ≤ 2Rρ, since |y−T| ≤ 2R and V ≤ σ²ρ.
 * - ∂T/∂R = f(c+R)·d₊ − f(c−R)·d₋, with d± = the distance of T to that edge. Each term is in (0, 1): the hazard rate of a log-concave law
 *   increases, so the distance Y of y to an edge, of density g, is stochastically below an exponential of rate g(0), and g(0)·E Y ≤ 1.
 * - ∂V/∂R = f(c+R)(d₊²−V) + f(c−R)(d₋²−V). Increasing hazard gives Var Y ≤ (E Y)², so each term lies in [0, f·d²] ⊂ [0, d]; d₊ + d₋ = 2R.
 * - |∂T/∂R| ≤ 2R|u−c|/σ² too: it is 0 at u = c by symmetry, and its derivative in u is ∂m₂/∂R = (∂V/∂R)/σ². So
 *   E|T−θ*||∂T/∂R| ≤ min(D, Q·2R/σ²) with Q = E(|u₀−θ*| + |b|)² = σ²/μ² + 2|b|σ√(2/π)/μ + b².
 * - ∂MSE/∂(1/n₁) = Σ_j E V ∈ (0, pσ²ρ].
 *
 * The bound of `bias` is convex along a straight move of θ_c, that of `radius` increases in r, that of `inverseKept` does not depend on n₁:
 * the larger of the bounds at its two ends is a bound along a whole move.
 * @param kept accepted samples n₁ ≥ 1 of every direction, or Infinity
 * @throws SettingError when the setting or kept lies outside the model.
 */
export function smoothnessBounds(setting: Setting, kept: number): SmoothnessBounds {
  const { thetaStar, knowledgeCenter, noise, singularValues } = validateSetting(setting);
  const samples = validateKept(kept);
  const rate = contractionRate(setting);
  const halfWidth = windowHalfWidth(setting);
  const difference = knowledgeCenter.map((value, k) => value - thetaStar[k]!);
  const directions = coordinates(setting, difference).map((signed, j) => {
    const offset = Math.abs(signed);
    const deviation = noise / singularValues[j]!;
    const meanDeparture = Math.sqrt(2 / Math.PI) * deviation;
    return {
      error: offset + Math.min(halfWidth, meanDeparture),
      squaredReach: deviation ** 2 + 2 * offset * meanDeparture + offset ** 2,
    };
  });
  return {
    bias: Math.hypot(...directions.map(({ error }) => 2 * error + (2 * halfWidth * rate) / samples)),
    radius: directions.reduce((sum, { error, squaredReach }) => {
      const moved = Math.min(error, (2 * halfWidth * squaredReach) / noise ** 2);
      return sum + 2 * moved + (2 * halfWidth) / samples;
    }, 0),
    inverseKept: singularValues.length * noise ** 2 * rate,
  };
}
