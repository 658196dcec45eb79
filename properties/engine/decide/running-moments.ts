/** Count, mean and sum of squares about the mean of a stream of observations, in constant memory (Welford 1962). */
export class RunningMoments {
  #count = 0;
  #mean = 0;
  #squares = 0;

  /** Takes in a finite observation. */
  observe(observation: number): void {
    this.#count += 1;
    const before = observation - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (observation - this.#mean);
  }

  get count(): number {
    return this.#count;
  }

  /** Sample mean; 0 before the first observation. */
  get mean(): number {
    return this.#mean;
  }

  /** Σ (x − mean)². */
  get squares(): number {
    return this.#squares;
  }
}
