import { affordable, type Betting, type Bettor, type Game } from './bettor.ts';

/**
 * Approximate growth rate adaptive to the particular alternative (Waudby-Smith & Ramdas 2024, §B.3): the Kelly fraction
 * λ = (μ̂−m)/(σ̂²+(μ̂−m)²) at the running mean and variance. Both start with one observation's worth of the null: mean m, variance m(1−m).
 */
export const agrapa: Betting = (game) => new Agrapa(game);

class Agrapa implements Bettor {
  stake = 0;
  readonly #threshold: number;
  readonly #largestStake: number;
  #differences = 0;
  #squares: number;
  #count = 1;

  constructor({ threshold, largestStake }: Game) {
    this.#threshold = threshold;
    this.#largestStake = largestStake;
    this.#squares = threshold * (1 - threshold);
  }

  observe(observation: number): void {
    const difference = observation - this.#threshold;
    this.#differences += difference;
    this.#squares += difference * difference;
    this.#count += 1;
    // (μ̂−m) / (σ̂² + (μ̂−m)²): the denominator is the mean square about m.
    this.stake = affordable(this.#differences / this.#squares, this.#largestStake);
  }
}
