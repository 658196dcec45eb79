import { RunningMoments } from '../running-moments.ts';

/**
 * Asymptotic confidence sequence for the mean of any stream of finite variance: Robbins' normal mixture over a strong approximation of the sums by
 * Brownian motion (Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas 2024, theorem 2.2; Robbins 1970).
 * Guarantee: asymptotic. The error probability holds in the limit of a late first look, and not at every finite sample.
 */
export class AsymptoticMean {
  readonly #moments = new RunningMoments();

  /** Takes in a finite observation. */
  observe(observation: number): void {
    this.#moments.observe(observation);
  }

  get count(): number {
    return this.#moments.count;
  }

  /** Sample variance σ̂²_n; 0 before two observations. */
  get variance(): number {
    return this.#moments.count < 2 ? 0 : this.#moments.squares / (this.#moments.count - 1);
  }

  /**
   * μ̂_n ± σ̂_n √(2(nρ²+1)/(n²ρ²) · log(√(nρ²+1)/α)); the whole line before two observations.
   * @param alpha two-sided error over all looks, when the first look is late.
   * @param tightest number of observations at which the interval is to be tightest. It sets ρ.
   */
  interval(alpha: number, tightest: number): [low: number, high: number] {
    const n = this.#moments.count;
    if (n < 2) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const precision = n * mixtureVariance(alpha, tightest) + 1;
    const radius = Math.sqrt(
      (2 * precision * this.variance * Math.log(Math.sqrt(precision) / alpha)) / (n * (precision - 1)),
    );
    return [this.#moments.mean - radius, this.#moments.mean + radius];
  }

  /**
   * Log-evidence against "mean = m" by the same mixture. It exceeds log(1/α) exactly when m lies outside interval(α, tightest) of the same ρ.
   * It is 0 before two observations: nothing has been bet.
   */
  logEvidence(m: number, alpha: number, tightest: number): number {
    const n = this.#moments.count;
    if (n < 2) return 0;
    const precision = n * mixtureVariance(alpha, tightest) + 1;
    const score = (n * (this.#moments.mean - m) ** 2) / this.variance;
    return (score * (precision - 1)) / (2 * precision) - Math.log(precision) / 2;
  }

  /**
   * log of exp(θS − nθ²/2) with θ = (expected − m)/σ̂ and S = n(μ̂ − m)/σ̂: the likelihood ratio of Brownian motion against "mean ≤ m" (or ≥ m) at a
   * stated alternative. It is 0 before two observations.
   */
  logEvidenceAt(m: number, expected: number): number {
    if (this.#moments.count < 2) return 0;
    const effect = expected - m;
    return (this.#moments.count * effect * (this.#moments.mean - m - effect / 2)) / this.variance;
  }
}

/** ρ² that makes the normal mixture tightest at a number of observations (Waudby-Smith et al. 2024, eq. 9). */
function mixtureVariance(alpha: number, tightest: number): number {
  const reach = -2 * Math.log(alpha);
  return (reach + Math.log(reach + 1)) / tightest;
}
