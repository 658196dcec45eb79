import { gaussLegendre } from '../../numerics/gauss-legendre.ts';
import type { TruncatedNormalShape } from './moments.ts';

/** The density is cut where it is e⁻⁴⁵ of its maximum. What lies beyond adds less than 1e-14 of itself to the fifth moment. */
const NEGLIGIBLE = 45;

/**
 * Pairs ±t of the 32-point rule, which is exact for polynomials of degree 63. The steepest density met falls by e⁻⁴⁵ over [−1, 1], as
 * e^{−22.5t} does: its Chebyshev coefficients of higher degrees are 8e-30 of its mass, I₆₄(22.5)·22.5/sinh 22.5.
 */
const PAIRS = 16;
const rule = gaussLegendre(2 * PAIRS);
const offsets = rule.nodes.slice(PAIRS);
const weights = rule.weights.slice(PAIRS);

/** Scratch of one call: the weighted densities p(−t) and p(t), and p(−t) − p(t), which as their difference would lose its digits. */
const left = new Float64Array(PAIRS);
const right = new Float64Array(PAIRS);
const excess = new Float64Array(PAIRS);

/**
 * Moments of the standard normal on a window by Gauss–Legendre quadrature on the part of it that carries the density.
 * With z = middle + half·t the density is e^{−at−bt²}, a = middle·half and b = half²/2. Nodes are taken in pairs ±t: with
 * s = E t < 0 a pair adds p(−t)·(−t−s)ʳ + p(t)·(t−s)ʳ to the r-th central moment, and for odd r this is
 * p(t)·[(t−s)ʳ − (t+s)ʳ] − [p(−t) − p(t)]·(t+s)ʳ, where every term is small when the moment is.
 * For alpha > −2 and beta ≥ −alpha: in a wide window around 0 the odd moments are too small for any quadrature.
 */
export function momentsByQuadrature(alpha: number, beta: number): TruncatedNormalShape {
  // The density falls to its negligible part where z² − max(α, 0)² = 2·NEGLIGIBLE; as a width, without cancellation.
  const peak = Math.max(alpha, 0);
  const reach = (2 * NEGLIGIBLE) / (peak + Math.hypot(peak, Math.sqrt(2 * NEGLIGIBLE)));
  const half = Math.min(beta - alpha, peak - alpha + reach) / 2;
  const middle = beta - alpha <= 2 * half ? (alpha + beta) / 2 : alpha + half;
  const tilt = middle * half;
  const curvature = (half * half) / 2;

  let mass = 0;
  let first = 0;
  for (let i = 0; i < PAIRS; i++) {
    const t = offsets[i]!;
    const growth = Math.expm1(tilt * t);
    const even = weights[i]! * Math.exp(-curvature * t * t);
    left[i] = even * (1 + growth);
    right[i] = even / (1 + growth);
    excess[i] = even * (growth + growth / (1 + growth));
    mass += left[i]! + right[i]!;
    first -= t * excess[i]!;
  }
  const s = first / mass;

  let second = 0;
  let third = 0;
  let fourth = 0;
  let fifth = 0;
  const sSquare = s * s;
  for (let i = 0; i < PAIRS; i++) {
    const t = offsets[i]!;
    const near = t + s;
    const far = t - s;
    const nearSquare = near * near;
    const farSquare = far * far;
    const tSquare = t * t;
    const nearCube = excess[i]! * nearSquare * near;
    second += left[i]! * nearSquare + right[i]! * farSquare;
    third -= 2 * right[i]! * s * (3 * tSquare + sSquare) + nearCube;
    fourth += left[i]! * nearSquare * nearSquare + right[i]! * farSquare * farSquare;
    fifth -= 2 * right[i]! * s * (5 * tSquare * tSquare + sSquare * (10 * tSquare + sSquare)) + nearCube * nearSquare;
  }
  const variance = second / mass;
  const thirdCentral = third / mass;
  return {
    logMass: Math.log((half * mass) / Math.sqrt(2 * Math.PI)) - (middle * middle) / 2,
    mean: middle + half * s,
    variance: half ** 2 * variance,
    thirdCentral: half ** 3 * thirdCentral,
    fourthCumulant: half ** 4 * (fourth / mass - 3 * variance ** 2),
    fifthCumulant: half ** 5 * (fifth / mass - 10 * thirdCentral * variance),
  };
}
