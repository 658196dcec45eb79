import { RunningMoments } from './running-moments.ts';
import { logScaleIntegral } from './scale-integral.ts';

/**
 * Effect sizes (mean − threshold)/σ that the evidence is mixed over, with equal weights. By simulated stopping times at evidence 50, 1e3,
 * 2e4, 1e7 and 1e10, this mixture needs at most 11 % more observations than the best single effect size wherever the true one is from 2
 * to 6, the sizes expected, and at most 20 % more at 1. Without the 1 it saves 5 % at most, and is two to four times as late at 1; {1, 3, 9}
 * needs up to 17 % more, and a ½ or a 16 beside these costs another 2 to 4 % throughout.
 */
export const EFFECT_SIZES: readonly number[] = [1, 2, 4, 8];

/**
 * Log-evidence of n normal observations for mean > threshold, in terms of the cosine of the angle between (x₁ − threshold, …,
 * x_n − threshold) and (1, …, 1), which knows all that is free of the scale: the likelihood ratio of the effect sizes to effect size 0 with
 * the right-Haar prior dσ/σ on both sides. With t = √(n−1) cot(angle) it is the density of t, noncentral to central. Increasing in the cosine.
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
 * Under mean = threshold the evidence is a martingale in what is free of the scale, so it ever reaches log(1/α) with probability ≤ α,
 * whatever the variance and whatever the rule by which one stops. Under mean < threshold it stays, path by path, below the evidence of the
 * same observations moved up to it, because it increases with the mean.
 *
 * Normality is assumed: t has few degrees of freedom when a test is decided. How often it errs as a multiple of α, measured over 50 looks
 * from the third on at α = 0.02 and 1e-3: normal 0.6 and 0.6, logistic 0.5 and 0.3, t with 3 degrees of freedom 0.4 and 0.3, uniform 1.2 and
 * 1.8; skewness 0.5 away from the alternative (negated Γ(16)) 1.1 and 1.5, skewness 2 (negated exponential) 6 and 30, toward it less than
 * α. Normals rounded to half a deviation 0.8 and 1.7, ±1 6 and 60: observations that coincide look free of noise.
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
   * The thresholds with evidence below log(2/α) on either side: contains the mean, at all looks at once, with probability ≥ 1 − α. The
   * whole line while so few observations, whatever they were, could reject no threshold.
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
    // No observation yet, or all of them equal to the threshold: they have no direction.
    return length > 0 ? safeTLogEvidence(this.#moments.count, excess / length) : 0;
  }
}

/** Halvings of the quarter turn that reach double precision. */
const HALVINGS = 52;

/** tan of the largest angle off the plane of zero mean at which the evidence is still below `enough`; ∞ where none has so much. */
function criticalTangent(count: number, enough: number): number {
  const reached = (angle: number) => safeTLogEvidence(count, Math.sin(angle)) >= enough;
  let [below, above] = [0, Math.PI / 2];
  if (!reached(above)) return Number.POSITIVE_INFINITY;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (below + above) / 2;
    if (reached(middle)) above = middle;
    else below = middle;
  }
  return Math.tan(below);
}
