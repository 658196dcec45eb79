import { affordable, type BettingStrategy, type Game, type PredictableStakes } from './betting-strategy.ts';

/**
 * Predictable plug-in stakes λ_i = √(2 log(1/α) / (σ̂²_{i−1} i log(1+i))) (Waudby-Smith & Ramdas 2024, eq. 26). They bet whether or not the
 * observations so far speak against the null.
 * @param alpha the level to be reached.
 */
export function predictablePlugIn(alpha: number): BettingStrategy {
  return (game) => new PredictablePlugIn(game, 2 * Math.log(1 / alpha));
}

class PredictablePlugIn implements PredictableStakes {
  next = 0;
  readonly #largestStake: number;
  readonly #reach: number;
  #mean: number;
  #squares: number;
  #count = 1;

  constructor({ threshold, largestStake }: Game, reach: number) {
    this.#largestStake = largestStake;
    this.#reach = reach;
    this.#mean = threshold;
    this.#squares = threshold * (1 - threshold);
    this.#bet();
  }

  observe(observation: number): void {
    this.#count += 1;
    const before = observation - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (observation - this.#mean);
    this.#bet();
  }

  #bet(): void {
    const variance = this.#squares / this.#count;
    this.next = affordable(
      Math.sqrt(this.#reach / (variance * this.#count * Math.log(1 + this.#count))),
      this.#largestStake,
    );
  }
}
