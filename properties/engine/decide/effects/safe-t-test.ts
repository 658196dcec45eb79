import { RunningMoments } from '../running-moments.ts';
import { logScaleIntegral } from './scale-integral.ts';

/**
 * Effect sizes (mean − threshold)/σ over which the evidence is mixed, with equal weights.
 *
 * They were chosen by simulated stopping times at evidence 50, 1e3, 2e4, 1e7 and 1e10. Effect sizes from 2 to 6 are expected: there the mixture
 * needs at most 11 % more observations than the best single effect size. At effect size 1 it needs at most 20 % more. A mixture without the 1 saves 5 %
 * at most, and at effect size 1 it needs two to four times as many observations. The mixture {1, 3, 9} needs up to 17 % more, and one more size of ½ or
 * 16 costs 2 to 4 % throughout.
 */
export const EFFECT_SIZES: readonly number[] = [1, 2, 4, 8];

/**
 * Log-evidence of n normal observations for mean > threshold: the likelihood ratio of the effect sizes to effect size 0, with the right-Haar prior
 * dσ/σ under both. It depends on the observations through one cosine, that of the angle between (x₁ − threshold, …, x_n − threshold) and (1, …, 1),
 * which holds all information that does not depend on the scale. With t = √(n−1) cot(angle), the ratio is that of the noncentral to the central
 * density of t. It increases with the cosine.
 */
export function safeTLogEvidence(count: number, cosine: number, effectSizes = EFFECT_SIZES): number {
  const central = logScaleIntegral(count, 0);
  const ratios = effectSizes.map(
    (size) => logScaleIntegral(count, size * Math.sqrt(count) * cosine) - (count * size * size) / 2 - central,
  );
  const largest = Math.max(...ratios);
  return largest + Math.log(ratios.reduce((sum, ratio) => sum + Math.exp(ratio - largest), 0) / ratios.length);
}

/**
 * The safe t-test: tests of the mean of independent normal observations of unknown variance, from their count, mean and sum of squares
 * (Pérez-Ortiz, Lardy, de Heide & Grünwald 2024, "E-statistics, group invariance and anytime-valid testing").
 *
 * Guarantee: under mean = threshold, the exponential of the evidence is a martingale with respect to the scale-free part of the observations. The
 * evidence therefore ever reaches log(1/α) with probability ≤ α, for every variance and every stopping rule (Ville 1939). Under mean < threshold
 * it is smaller, path by path, than the evidence of the same observations shifted up to mean = threshold, because it increases with the mean.
 *
 * Normality is assumed, and it matters: t has few degrees of freedom when a test decides. Measured errors as multiples of α, over 50 looks from the
 * third observation on, at α = 0.02 and α = 1e-3:
 * - normal 0.6 and 0.6; logistic 0.5 and 0.3; t with 3 degrees of freedom 0.4 and 0.3; uniform 1.2 and 1.8;
 * - skewness 0.5 away from the alternative (negated Γ(16)) 1.1 and 1.5; skewness 2 (negated exponential) 6 and 30; skewness toward it less than 1;
 * - normals rounded to half a standard deviation 0.8 and 1.7; ±1 6 and 60. Observations that coincide look free of noise.
 */
export class SafeTTest {
  readonly #moments = new RunningMoments();

  /** Takes in a finite observation. */
  observe(observation: number): void {
    this.#moments.observe(observation);
  }

  get count(): number {
    return this.#moments.count;
  }

  /** Sample mean; 0 before the first observation. */
  get mean(): number {
    return this.#moments.mean;
  }

  /** Log-evidence now against "mean ≤ threshold". */
  logEvidenceAbove(threshold: number): number {
    return this.#logEvidence(this.#moments.mean - threshold);
  }

  /** Log-evidence now against "mean ≥ threshold": the mirror image. */
  logEvidenceBelow(threshold: number): number {
    return this.#logEvidence(threshold - this.#moments.mean);
  }

  /**
   * The thresholds whose evidence is below log(2/α) on either side. This interval contains the mean, at all looks at once, with probability ≥ 1 − α.
   * It is the whole line while there are too few observations to reject any threshold.
   */
  interval(alpha: number): [low: number, high: number] {
    const tangent =
      this.#moments.count === 0 ? Number.POSITIVE_INFINITY : criticalTangent(this.#moments.count, Math.log(2 / alpha));
    if (tangent === Number.POSITIVE_INFINITY) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const radius = Math.sqrt(this.#moments.squares / this.#moments.count) * tangent;
    return [this.#moments.mean - radius, this.#moments.mean + radius];
  }

  #logEvidence(excess: number): number {
    const length = Math.sqrt(this.#moments.squares / this.#moments.count + excess * excess);
    // Without observations, or when all of them equal the threshold, there is no direction.
    return length > 0 ? safeTLogEvidence(this.#moments.count, excess / length) : 0;
  }
}

/** Halvings of the quarter turn that reach double precision. */
const HALVINGS = 52;

/** tan of the largest angle to the plane of zero mean at which the evidence is below the threshold; ∞ where it is below at every angle. */
function criticalTangent(count: number, threshold: number): number {
  const reached = (angle: number) => safeTLogEvidence(count, Math.sin(angle)) >= threshold;
  let [below, above] = [0, Math.PI / 2];
  if (!reached(above)) return Number.POSITIVE_INFINITY;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (below + above) / 2;
    if (reached(middle)) above = middle;
    else below = middle;
  }
  return Math.tan(below);
}
