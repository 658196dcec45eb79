/** Largest tilt λ of the exponential supermartingale, which needs λ < 1 (Waudby-Smith & Ramdas 2024, eq. 15, recommend 1/2 to 3/4). */
const LARGEST_TILT = 3 / 4;

/** The tilt is set anew each time the observations have grown by a sixteenth: logarithms are expensive, and all predictable tilts are valid. */
const RENEWAL = 1 + 1 / 16;

/**
 * Predictable plug-in empirical-Bernstein confidence sequence for the mean of observations in [0, 1], in constant memory (Waudby-Smith & Ramdas
 * 2024, theorem 2, with the tilts of eq. 15). The one-sided evidence and the interval come from the same three sums.
 * Guarantee: non-asymptotic, at all looks at once.
 */
export class EmpiricalBernstein {
  /** log(2/α): what each side has to reach for a two-sided error α. */
  readonly #reach: number;
  #count = 0;
  #renewal = 0;
  #tilt = LARGEST_TILT;
  /** ψ of the tilt. */
  #cumulant = cumulantBound(LARGEST_TILT);
  /** Running mean and sum of squares. They start with one observation's worth of the guess: mean 1/2, variance 1/4. */
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
    const surprise = observation - this.#mean;
    this.#tilts += this.#tilt;
    this.#weighted += this.#tilt * observation;
    this.#variation += this.#cumulant * surprise * surprise;
    this.#count += 1;
    this.#mean += surprise / (this.#count + 1);
    this.#squares += surprise * (observation - this.#mean);
    if (this.#count >= this.#renewal) this.#renew();
  }

  /** Keeps the interval of now, with which later intervals are intersected, and sets the tilt of the next observations. */
  #renew(): void {
    [this.#low, this.#high] = this.interval;
    const next = this.#count + 1;
    const variance = this.#squares / next;
    this.#tilt = Math.min(LARGEST_TILT, Math.sqrt((2 * this.#reach) / (variance * next * Math.log(1 + next))));
    this.#cumulant = cumulantBound(this.#tilt);
    this.#renewal = this.#count * RENEWAL;
  }

  /** Log-evidence against "mean ≤ m" after the observations so far. Its exponential is a supermartingale under this null. */
  logEvidenceAbove(m: number): number {
    return this.#weighted - m * this.#tilts - this.#variation;
  }

  /** Log-evidence against "mean ≥ m". */
  logEvidenceBelow(m: number): number {
    return m * this.#tilts - this.#weighted - this.#variation;
  }

  /**
   * The intersection of the interval of now with the intervals at the times when the tilt was set. It contains the mean, at all times at once, with
   * probability ≥ 1 − α.
   */
  get interval(): [low: number, high: number] {
    if (this.#count === 0) return [0, 1];
    const center = this.#weighted / this.#tilts;
    const radius = (this.#reach + this.#variation) / this.#tilts;
    return [Math.max(this.#low, center - radius), Math.min(this.#high, center + radius)];
  }
}

/** ψ(λ) = −log(1−λ) − λ, which bounds the cumulant of an observation in [0, 1]. */
function cumulantBound(tilt: number): number {
  return -Math.log(1 - tilt) - tilt;
}
