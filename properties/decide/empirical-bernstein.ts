/** Largest tilt λ of the exponential supermartingale, which needs λ < 1 (Waudby-Smith & Ramdas 2024, eq. 15, recommend 1/2 to 3/4). */
const LARGEST_TILT = 3 / 4;

/**
 * Predictable-mixture empirical-Bernstein confidence sequence for the mean of observations in [0, 1], in constant memory
 * (Waudby-Smith & Ramdas 2024, theorem 2; tilts of eq. 15). One-sided evidence and interval come from the same three sums.
 */
export class EmpiricalBernstein {
  /** log(2/α): what each side has to reach for a two-sided error α. */
  readonly #reach: number;
  #count = 0;
  #tilt = LARGEST_TILT;
  /** Running mean and sum of squares, each started with one observation's worth of the guess mean 1/2, variance 1/4. */
  #mean = 1 / 2;
  #squares = 1 / 4;
  /** Σ λ_i, Σ λ_i x_i, Σ (x_i − μ̂_{i−1})² ψ(λ_i). */
  #tilts = 0;
  #weighted = 0;
  #variation = 0;
  #low = 0;
  #high = 1;

  /** @param alpha probability that the interval ever misses the mean. */
  constructor(alpha: number) {
    this.#reach = Math.log(2 / alpha);
  }

  /** Takes in an observation in [0, 1]. */
  observe(observation: number): void {
    const tilt = this.#tilt;
    const surprise = observation - this.#mean;
    this.#tilts += tilt;
    this.#weighted += tilt * observation;
    // ψ(λ) = −log(1−λ) − λ bounds the cumulant of an observation in [0, 1].
    this.#variation += surprise * surprise * (-Math.log(1 - tilt) - tilt);
    this.#count += 1;
    const next = this.#count + 1;
    this.#mean += surprise / next;
    this.#squares += surprise * (observation - this.#mean);
    const wanted = Math.sqrt((2 * this.#reach) / ((this.#squares / next) * next * Math.log(1 + next)));
    this.#tilt = Math.min(wanted, LARGEST_TILT);
    const center = this.#weighted / this.#tilts;
    const radius = (this.#reach + this.#variation) / this.#tilts;
    if (center - radius > this.#low) this.#low = center - radius;
    if (center + radius < this.#high) this.#high = center + radius;
  }

  /** Log-evidence against "mean ≤ m" after the observations so far; a supermartingale in them under that null. */
  logEvidenceAbove(m: number): number {
    return this.#weighted - m * this.#tilts - this.#variation;
  }

  /** Log-evidence against "mean ≥ m". */
  logEvidenceBelow(m: number): number {
    return m * this.#tilts - this.#weighted - this.#variation;
  }

  /** The intersection of the intervals so far: contains the mean, at all times at once, with probability ≥ 1 − α. */
  get interval(): [low: number, high: number] {
    return [this.#low, this.#high];
  }
}
