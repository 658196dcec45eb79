import erfc from '@stdlib/math-base-special-erfc';
import type { TruncatedNormalShape } from './moments.ts';

/** The normal density is 0 in double precision beyond ±40, so an endpoint there may as well be infinite. */
const DENSITY_UNDERFLOWS = 40;

/**
 * Moments of the standard normal on a window around 0 from its boundary terms D_r = [He_{r−1}(α)φ(α) − He_{r−1}(β)φ(β)] / (Φ(β) − Φ(α)).
 * The cumulants of the law are κ₁ = D₁ and κ₂ = 1 + D₂ − D₁²; for r ≥ 3, κ_r is the cumulant of a law whose raw moments are the D_r.
 * (The cumulants are the derivatives of log(Φ(β−u) − Φ(α−u)) in u.) Accurate for alpha ≤ −2 and beta ≥ −alpha; in narrow windows the terms
 * cancel.
 */
export function momentsByBoundaryTerms(alpha: number, beta: number): TruncatedNormalShape {
  const lower = Math.max(alpha, -DENSITY_UNDERFLOWS);
  const upper = Math.min(beta, DENSITY_UNDERFLOWS);
  const outside = (erfc(upper * Math.SQRT1_2) + erfc(-lower * Math.SQRT1_2)) / 2;
  const atLower = density(lower) / (1 - outside);
  // φ(β)/φ(α) = e^{−(β²−α²)/2}. At a near-symmetric window odd orders are differences of
  // almost equal terms. β+α is exact there, which makes these differences exact too.
  const squares = (upper - lower) * (upper + lower);
  const atUpper = atLower * Math.exp(-squares / 2);
  const sumOfSquares = upper * upper + lower * lower;
  const lowerSquare = lower * lower;

  const d1 = -atLower * Math.expm1(-squares / 2);
  const d2 = lower * atLower - upper * atUpper;
  const d3 = (lowerSquare - 1) * d1 - squares * atUpper;
  const d4 = lower * (lowerSquare - 3) * atLower - upper * (upper * upper - 3) * atUpper;
  const d5 = (lowerSquare * (lowerSquare - 6) + 3) * d1 - squares * (sumOfSquares - 6) * atUpper;
  const d1Square = d1 * d1;
  return {
    logMass: Math.log1p(-outside),
    mean: d1,
    variance: 1 + d2 - d1Square,
    thirdCentral: d3 + d1 * (2 * d1Square - 3 * d2),
    fourthCumulant: d4 - 4 * d3 * d1 - 3 * d2 * d2 + d1Square * (12 * d2 - 6 * d1Square),
    fifthCumulant:
      d5 - 5 * d4 * d1 - 10 * d3 * d2 + d1Square * (20 * d3 - 60 * d2 * d1 + 24 * d1Square * d1) + 30 * d2 * d2 * d1,
  };
}

function density(z: number): number {
  return Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
}
