import type { PredictableStakes } from '../betting/betting-strategy.ts';
import { predictablePlugIn } from '../betting/predictable-plug-in.ts';

/** Share of the capital that one observation may take: c = 1/2 (Waudby-Smith & Ramdas 2024, §4.2), because plug-in stakes begin at the largest stake. */
const LARGEST_SHARE = 1 / 2;

/**
 * Hedged-capital betting confidence sequence for the mean of observations in [0, 1] (Waudby-Smith & Ramdas 2024, theorem 3). For each candidate
 * m on a fixed grid, half of the capital bets that the mean is larger and half bets that it is smaller. A candidate is excluded for good once
 * either half has won 1/α against it.
 *
 * Guarantee: non-asymptotic, at all looks at once. Memory is constant: the capitals of the candidates. betting/capital.ts has the evidence
 * against one null. No decision uses this sequence: it needs a capital for each candidate, where EmpiricalBernstein needs three sums.
 */
export class HedgedCapital {
  readonly #threshold: number;
  readonly #stakes: PredictableStakes;
  readonly #above: Float64Array;
  readonly #below: Float64Array;
  /** Remaining candidates first … last. The capitals are monotone in m, because the stakes before clipping are common to all m. */
  #first = 0;
  #last: number;

  /**
   * @param alpha probability that the interval ever misses the mean.
   * @param candidates grid points k/candidates, k = 0 … candidates. The interval is wider, by less than two grid steps, than that of all m.
   */
  constructor(alpha: number, candidates = 1000) {
    this.#threshold = 2 / alpha;
    this.#stakes = predictablePlugIn(alpha / 2)({ threshold: 1 / 2, largestStake: Number.POSITIVE_INFINITY });
    this.#above = new Float64Array(candidates + 1).fill(1);
    this.#below = new Float64Array(candidates + 1).fill(1);
    this.#last = candidates;
  }

  /** Takes in an observation in [0, 1]. */
  observe(observation: number): void {
    const stake = this.#stakes.next;
    const steps = this.#above.length - 1;
    for (let k = this.#first; k <= this.#last; k += 1) {
      const m = k / steps;
      const difference = observation - m;
      this.#above[k]! *= 1 + Math.min(stake, LARGEST_SHARE / m) * difference;
      this.#below[k]! *= 1 - Math.min(stake, LARGEST_SHARE / (1 - m)) * difference;
    }
    while (this.#first <= this.#last && this.#above[this.#first]! >= this.#threshold) this.#first += 1;
    while (this.#last >= this.#first && this.#below[this.#last]! >= this.#threshold) this.#last -= 1;
    this.#stakes.observe(observation);
  }

  /**
   * Contains the mean, at all times at once, with probability ≥ 1 − α. It spans the remaining candidates and the grid steps to the nearest excluded
   * ones.
   */
  get interval(): [low: number, high: number] {
    const steps = this.#above.length - 1;
    return [Math.max(0, (this.#first - 1) / steps), Math.min(1, (this.#last + 1) / steps)];
  }
}
