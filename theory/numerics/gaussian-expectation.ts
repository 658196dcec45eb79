/**
 * At ±9 sd the density is e⁻⁴⁰·⁵ of its maximum. What lies beyond is below the rounding of a double, for an integrand that grows no faster
 * than a polynomial.
 */
const REACH = 9;

/**
 * Halving the step of a trapezoidal rule squares its error (it is of order e^{−2πd/step} for an integrand analytic in |Im| < d; Trefethen &
 * Weideman 2014). Once two steps agree to the square root of the rounding, the finer one is therefore right to rounding.
 */
const AGREEMENT = Math.sqrt(Number.EPSILON);

/** 2⁻¹²: 74 thousand nodes, enough for an integrand that varies on a scale of sd/1000. */
const FINEST_STEP = 2 ** -12;

/**
 * E f(U) for U ~ N(mean, sd²) and a smooth f that grows no faster than a polynomial, accurate to rounding relative to E|f(U)|.
 * The trapezoidal rule in standard units: its step is halved until two values agree.
 * @throws RangeError when mean is not finite, when sd is no finite number ≥ 0, or when the rule has not settled at its finest step. The
 * message then has the last value.
 */
export function gaussianExpectation(mean: number, sd: number, f: (u: number) => number): number {
  if (!(Number.isFinite(mean) && Number.isFinite(sd) && sd >= 0)) {
    throw new RangeError(`N(${mean}, ${sd}²) is no normal law: a finite mean and sd ≥ 0 are needed`);
  }
  let sum = 0;
  let magnitude = 0;
  const add = (z: number) => {
    const term = Math.exp(-(z * z) / 2) * f(mean + sd * z);
    sum += term;
    magnitude += Math.abs(term);
  };
  for (let z = -REACH; z <= REACH; z++) add(z);
  let coarse = sum;
  for (let step = 1 / 2; step >= FINEST_STEP; step /= 2) {
    for (let z = step - REACH; z < REACH; z += 2 * step) add(z);
    const fine = sum * step;
    if (Math.abs(fine - coarse) <= AGREEMENT * magnitude * step) return fine / Math.sqrt(2 * Math.PI);
    coarse = fine;
  }
  throw new RangeError(
    `the expectation under N(${mean}, ${sd}²) has not settled: ${coarse / Math.sqrt(2 * Math.PI)} at a step of ${FINEST_STEP} sd`,
  );
}
