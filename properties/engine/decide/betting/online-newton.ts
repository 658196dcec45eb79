import { affordable, type BettingStrategy, type Game, type PredictableStakes } from './betting-strategy.ts';

/** Step 2/(2 − log 3) of online Newton for log-wealth with increments of at least 1/2 (Cutkosky & Orabona 2018, algorithm 1). */
const STEP = 2 / (2 - Math.log(3));

/**
 * Online Newton step on the log-capital (Cutkosky & Orabona 2018; Waudby-Smith & Ramdas 2024, §B.5), on stakes as shares of the largest stake.
 * The strategy stakes at most half of the largest stake, so that the increments stay at 1/2 or more, as STEP needs.
 */
export const onlineNewton: BettingStrategy = (game) => new OnlineNewton(game);

class OnlineNewton implements PredictableStakes {
  next = 0;
  readonly #threshold: number;
  readonly #largestStake: number;
  #curvature = 1;

  constructor({ threshold, largestStake }: Game) {
    this.#threshold = threshold;
    this.#largestStake = largestStake / 2;
  }

  observe(observation: number): void {
    const difference = observation - this.#threshold;
    const slope = (this.#largestStake * difference) / (1 + this.next * difference);
    this.#curvature += slope * slope;
    const wanted = this.next + (this.#largestStake * STEP * slope) / this.#curvature;
    this.next = affordable(wanted, this.#largestStake);
  }
}
