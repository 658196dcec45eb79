import { affordable, type BettingStrategy, type Game, type PredictableStakes } from './betting-strategy.ts';

/**
 * Bets the Kelly fraction for a stated alternative mean t (Kelly 1956; Waudby-Smith & Ramdas 2024, §B.2): λ = δ/q, with δ = t−m and
 * q = E(x−m)² = σ² + δ². No strategy decides much sooner when the mean is t.
 *
 * The fraction δ/q stops at the second moment. Where rare losses are large it overbets, so far that the capital dwindles although the mean is t.
 * The stake is then that of the two-point distribution with the first three moments of x−m, δ/(q − δ(κ − qδ)/σ²) with κ = E(x−m)³. This stake
 * is exact for yes/no observations.
 *
 * The moments are estimated from past observations. They start with a yes/no observation of mean t, which has the largest spread of all
 * observations with this mean (Bhatia & Davis 2000).
 * @throws RangeError when the game states no expected mean above the threshold.
 */
export const kelly: BettingStrategy = (game) => new Kelly(game);

class Kelly implements PredictableStakes {
  next = 0;
  readonly #threshold: number;
  readonly #largestStake: number;
  readonly #edge: number;
  #squares: number;
  #cubes: number;
  #count = 1;

  constructor({ threshold, largestStake, expected }: Game) {
    if (expected === undefined || !(expected > threshold)) {
      throw new RangeError(`expected = ${expected}: Kelly needs a mean above the threshold ${threshold} to aim at`);
    }
    this.#threshold = threshold;
    this.#largestStake = largestStake;
    this.#edge = expected - threshold;
    this.#squares = expected * (1 - threshold) ** 2 + (1 - expected) * threshold ** 2;
    this.#cubes = expected * (1 - threshold) ** 3 - (1 - expected) * threshold ** 3;
    this.#bet();
  }

  observe(observation: number): void {
    const difference = observation - this.#threshold;
    const square = difference * difference;
    this.#squares += square;
    this.#cubes += square * difference;
    this.#count += 1;
    this.#bet();
  }

  #bet(): void {
    const edge = this.#edge;
    const square = this.#squares / this.#count;
    const asymmetry = this.#cubes / this.#count - square * edge;
    const variance = square - edge * edge;
    const stake = asymmetry < 0 && variance > 0 ? edge / (square - (edge * asymmetry) / variance) : edge / square;
    this.next = affordable(stake, this.#largestStake);
  }
}
