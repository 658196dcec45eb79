import { affordable, type BettingStrategy, type Game, type PredictableStakes } from './betting-strategy.ts';

/**
 * Approximate growth rate adaptive to the particular alternative (aGRAPA; Waudby-Smith & Ramdas 2024, §B.3): the Kelly fraction
 * λ = (μ̂−m)/(σ̂²+(μ̂−m)²) at the running mean μ̂ and variance σ̂². Both start with one observation's worth of the null: mean m, variance m(1−m).
 */
export const agrapa: BettingStrategy = (game) => new Agrapa(game);

class Agrapa implements PredictableStakes {
  next = 0;
  readonly #threshold: number;
  readonly #largestStake: number;
  #differences = 0;
  #squares: number;

  constructor({ threshold, largestStake }: Game) {
    this.#threshold = threshold;
    this.#largestStake = largestStake;
    this.#squares = threshold * (1 - threshold);
  }

  observe(observation: number): void {
    const difference = observation - this.#threshold;
    this.#differences += difference;
    this.#squares += difference * difference;
    // The denominator σ̂² + (μ̂−m)² is the mean square about m, and the counts of the two means cancel.
    this.next = affordable(this.#differences / this.#squares, this.#largestStake);
  }
}
