/**
 * Steps of the trapezoid rule per standard deviation of the integrand at its peak, on the log scale. The integrand is analytic, so the error falls
 * exponentially with the number of steps. It is largest at n = 1, c = 0, where it is 2|Γ((1 + iω)/2)/Γ(1/2)| = 2e^(−πω/4) with ω = 2π/step: 1e-15 at
 * five steps, e^(−10) at two.
 */
const STEPS_PER_DEVIATION = 5;

/** Terms that are smaller than the peak by this much, on the log scale, are lost in a double. */
const NEGLIGIBLE = 53 * Math.LN2;

/**
 * log ∫₀^∞ u^(n−1) exp(cu − u²/2) du: the likelihood of n normal observations, integrated over their unknown scale 1/σ = u/√Σx² under the right-Haar
 * prior dσ/σ, with the effect size in the tilt c. Computed by the trapezoid rule in log u, outwards from the peak of the unimodal integrand.
 * @param count n ≥ 1.
 * @param tilt c, of either sign, |c| < 1e6.
 * @throws RangeError for n < 1, where the integral is infinite.
 */
export function logScaleIntegral(count: number, tilt: number): number {
  if (!(count >= 1)) throw new RangeError(`scale integral of ${count} observations: at least one is needed`);
  // The peak solves u² = cu + n.
  const peak = (tilt + Math.sqrt(tilt * tilt + 4 * count)) / 2;
  const step = 1 / (STEPS_PER_DEVIATION * Math.sqrt(peak * peak + count));
  const logIntegrand = (u: number, t: number) => count * t + (tilt - u / 2) * u;
  const height = logIntegrand(peak, Math.log(peak));
  let sum = 1;
  for (const direction of [-step, step]) {
    const growth = Math.exp(direction);
    let [u, t] = [peak, Math.log(peak)];
    for (;;) {
      u *= growth;
      t += direction;
      const term = logIntegrand(u, t) - height;
      // The comparison is negated so that a tilt of NaN ends the loop too.
      if (!(term >= -NEGLIGIBLE)) break;
      sum += Math.exp(term);
    }
  }
  return height + Math.log(step * sum);
}
