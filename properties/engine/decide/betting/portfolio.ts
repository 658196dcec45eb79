import type { Betting, Bettor, Game } from './bettor.ts';

/**
 * Fixed stakes largestStake·3^{−j}, j = 0 … 7. Neighbours differ by three, so that the best of them grows at 3/4 of the best rate or more
 * (s times the best stake grows at 2s − s² of it, and s = 1/2 or 3/2 at worst). Eight reach down to 1/2187 of the largest stake: the best
 * one to prove that a probability of 0.005 is above 0.0045.
 */
const STAKES = 8;

/** What every share is topped up with after a bet: too little to cost anything, and enough to keep losers clear of slow denormal numbers. */
const ALMS = 1e-30;

/**
 * Mixture over a grid of fixed stakes, each starting with the same capital: the capital is their mean, so it trails the best of them
 * by log 8 at most (universal portfolio, Cover 1991; the "diversified" bettor of Waudby-Smith & Ramdas 2024, §B.7).
 */
export const portfolio: Betting = (game) => new Portfolio(game);

class Portfolio implements Bettor {
  stake = 0;
  readonly #threshold: number;
  readonly #stakes: Float64Array;
  readonly #shares = new Float64Array(STAKES).fill(1 / STAKES);

  constructor({ threshold, largestStake }: Game) {
    this.#threshold = threshold;
    this.#stakes = Float64Array.from({ length: STAKES }, (_, j) => largestStake / 3 ** j);
    this.stake = this.#stakes.reduce((sum, stake) => sum + stake / STAKES, 0);
  }

  observe(observation: number): void {
    const difference = observation - this.#threshold;
    const stakes = this.#stakes;
    const shares = this.#shares;
    // Capital shares after the bet sum to one again: the mixture's own capital grew by 1 + stake·difference.
    const growth = 1 / (1 + this.stake * difference);
    let stake = 0;
    for (let j = 0; j < STAKES; j += 1) {
      const share = shares[j]! * (1 + stakes[j]! * difference) * growth + ALMS;
      shares[j] = share;
      stake += share * stakes[j]!;
    }
    this.stake = stake;
  }
}
