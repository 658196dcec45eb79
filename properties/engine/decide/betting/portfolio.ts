import type { BettingStrategy, Game, PredictableStakes } from './betting-strategy.ts';

/**
 * Number of fixed stakes largestStake·3^{−j}, j = 0 … 7. Neighbours differ by a factor of three, so that the best of them grows at 3/4 of the
 * best rate or more: s times the best stake grows at 2s − s² of its rate, and s is 1/2 or 3/2 at worst. Eight of them reach down to 1/2187 of
 * the largest stake, which is the best stake to prove that a probability of 0.005 is above 0.0045.
 */
const STAKES = 8;

/** Added to each share after a bet. It is too small to cost anything, and it keeps small shares clear of slow denormal numbers. */
const SHARE_ADDED = 1e-30;

/**
 * Mixture over a grid of fixed stakes that start with the same capital. Its capital is the mean of theirs, so that it is at most log 8 behind
 * the best of them (universal portfolio, Cover 1991; the "diversified" strategy of Waudby-Smith & Ramdas 2024, §B.7).
 */
export const portfolio: BettingStrategy = (game) => new Portfolio(game);

class Portfolio implements PredictableStakes {
  next = 0;
  readonly #threshold: number;
  readonly #stakes: Float64Array;
  readonly #shares = new Float64Array(STAKES).fill(1 / STAKES);

  constructor({ threshold, largestStake }: Game) {
    this.#threshold = threshold;
    this.#stakes = Float64Array.from({ length: STAKES }, (_, j) => largestStake / 3 ** j);
    this.next = this.#stakes.reduce((sum, stake) => sum + stake / STAKES, 0);
  }

  observe(observation: number): void {
    const difference = observation - this.#threshold;
    const stakes = this.#stakes;
    const shares = this.#shares;
    // The capital of the mixture has grown by 1 + next·difference: divided by it, the shares sum to one again.
    const growth = 1 / (1 + this.next * difference);
    let mean = 0;
    for (let j = 0; j < STAKES; j += 1) {
      const share = shares[j]! * (1 + stakes[j]! * difference) * growth + SHARE_ADDED;
      shares[j] = share;
      mean += share * stakes[j]!;
    }
    this.next = mean;
  }
}
