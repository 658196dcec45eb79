import { momentsByBoundaryTerms } from './truncated-normal/boundary-terms.ts';
import type { TruncatedNormalMoments, TruncatedNormalShape } from './truncated-normal/moments.ts';
import { momentsByQuadrature } from './truncated-normal/quadrature.ts';

/**
 * log-mass, mean, variance and third central moment of Z ~ N(0, 1) truncated to [alpha, beta] (regression setup). Either end may be infinite.
 * The relative accuracy is 1e-12, also in far tails and for windows that are one part in 10¹² wide. Where logMass and mean are near 0, their
 * accuracy is absolute.
 * The moments of the mirrored window [−beta, −alpha] are the same bit for bit, the odd ones with the other sign.
 * @throws RangeError when alpha or beta is NaN or alpha ≥ beta.
 */
export function truncatedNormalMoments(alpha: number, beta: number): TruncatedNormalMoments {
  const { logMass, mean, variance, thirdCentral } = truncatedNormalShape(alpha, beta);
  return { logMass, mean, variance, thirdCentral };
}

/**
 * The first five cumulants κ₁ … κ₅ of the same law: what the second-order remainder of Theorem 3.1 needs (derived).
 * @throws RangeError when alpha or beta is NaN or alpha ≥ beta.
 */
export function truncatedNormalCumulants(
  alpha: number,
  beta: number,
): readonly [number, number, number, number, number] {
  const shape = truncatedNormalShape(alpha, beta);
  return [shape.mean, shape.variance, shape.thirdCentral, shape.fourthCumulant, shape.fifthCumulant];
}

/**
 * Boundary terms serve windows that contain [−2, 2], quadrature serves all others. Both lose less than one digit at ±2, where their terms of
 * the third moment cancel to 1/5 of their size. Boundary terms cancel to nothing as the window narrows, those of quadrature as it widens.
 */
const WIDE = 2;

function truncatedNormalShape(alpha: number, beta: number): TruncatedNormalShape {
  if (!(alpha < beta)) throw new RangeError(`the window [${alpha}, ${beta}] is empty: alpha < beta is needed`);
  if (-alpha > beta) return mirrored(truncatedNormalShape(-beta, -alpha));
  return alpha <= -WIDE ? momentsByBoundaryTerms(alpha, beta) : momentsByQuadrature(alpha, beta);
}

function mirrored(shape: TruncatedNormalShape): TruncatedNormalShape {
  const { logMass, mean, variance, thirdCentral, fourthCumulant, fifthCumulant } = shape;
  return {
    logMass,
    mean: -mean,
    variance,
    thirdCentral: -thirdCentral,
    fourthCumulant,
    fifthCumulant: -fifthCumulant,
  };
}
