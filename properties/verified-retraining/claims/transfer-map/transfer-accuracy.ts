import type { Window } from '../../../../theory/verified-retraining/window.ts';

/** Relative accuracy of the moments, as truncatedNormalMoments states it. */
export const MOMENT_ACCURACY = 1e-12;

/** How far the computed T(u), in y, and T′(u) may lie from the exact values. */
export interface TransferAccuracy {
  readonly value: number;
  readonly slope: number;
}

/**
 * Bounds on the errors of T(u) and T′(u) = m₂: the errors of the moments, and what the rounding of α and β adds. When an edge moves by ε, m₁ moves
 * by at most ε and m₂ by at most 2wε, w = R/σ (hazard rates of a log-concave law increase; see `smoothnessBounds` of the theory).
 */
export function transferAccuracy({ center, halfWidth, noise }: Window, u: number): TransferAccuracy {
  const edges = (2 * Number.EPSILON * (Math.abs(center) + halfWidth + Math.abs(u))) / noise;
  const farthest = (Math.abs(u - center) + halfWidth) / noise;
  return {
    // |m₁| is at most the distance of u from the far edge.
    value: noise * (MOMENT_ACCURACY * Math.max(1, farthest) + 2 * edges),
    slope: MOMENT_ACCURACY + (4 * halfWidth * edges) / noise,
  };
}

/** Bounds on |κ₄| and |κ₅| of a label standardized by σ in a window of half-width w. */
export interface CumulantBounds {
  readonly fourth: number;
  readonly fifth: number;
}

/**
 * |z − m₁| ≤ 2w and m₂ ≤ M = min(1, w²) give μ₂² ≤ μ₄ ≤ 4w²M, so κ₄ = μ₄ − 3μ₂² ∈ [−2M², 4w²M], and
 * |κ₅| = |μ₅ − 10μ₂μ₃| ≤ 8w³M + 20wM². The bounds hold for T‴σ² and T⁗σ³ too, because T⁽ᵏ⁾σᵏ⁻¹ = κ_{k+1}.
 */
export function cumulantBounds({ halfWidth, noise }: Window): CumulantBounds {
  const w = halfWidth / noise;
  const variance = Math.min(1, w ** 2);
  return { fourth: 4 * w ** 2 * variance, fifth: 8 * w ** 3 * variance + 20 * w * variance ** 2 };
}
