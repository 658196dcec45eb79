import type { Bettor } from './betting/bettor.ts';
import { predictablePlugIn } from './betting/predictable-plug-in.ts';

/** Share of the capital that one observation may take: c = 1/2 (Waudby-Smith & Ramdas 2024, §4.2), since plug-in stakes start all-in. */
const LARGEST_SHARE = 1 / 2;

/**
 * Hedged-capital betting confidence sequence for the mean of observations in [0, 1] (Waudby-Smith & Ramdas 2024, theorem 3): for each
 * candidate m on a fixed grid, half of the capital bets that the mean is larger and half that it is smaller; a candidate against which
 * either half has ever won 1/α is out for good. Constant memory: the capitals of the candidates. For the evidence against one null see capital.ts.
 */
export class HedgedCapital {
  readonly #enough: number;
  readonly #bettor: Bettor;
  readonly #above: Float64Array;
  readonly #below: Float64Array;
  /** Surviving candidates first … last; the capitals are monotone in m because the stakes before clipping are common to all m. */
  #first = 0;
  #last: number;

  /**
   * @param alpha probability that the interval ever misses the mean.
   * @param candidates grid points k/candidates, k = 0 … candidates; the interval is wider by less than two grid steps than that of all m.
   */
  constructor(alpha: number, candidates = 1000) {
    this.#enough = 2 / alpha;
    this.#bettor = predictablePlugIn(alpha / 2)({ threshold: 1 / 2, largestStake: Number.POSITIVE_INFINITY });
    this.#above = new Float64Array(candidates + 1).fill(1);
    this.#below = new Float64Array(candidates + 1).fill(1);
    this.#last = candidates;
  }

  /** Takes in an observation in [0, 1]. */
  observe(observation: number): void {
    const stake = this.#bettor.stake;
    const steps = this.#above.length - 1;
    for (let k = this.#first; k <= this.#last; k += 1) {
      const m = k / steps;
      const difference = observation - m;
      this.#above[k]! *= 1 + Math.min(stake, LARGEST_SHARE / m) * difference;
      this.#below[k]! *= 1 - Math.min(stake, LARGEST_SHARE / (1 - m)) * difference;
    }
    while (this.#first <= this.#last && this.#above[this.#first]! >= this.#enough) this.#first += 1;
    while (this.#last >= this.#first && this.#below[this.#last]! >= this.#enough) this.#last -= 1;
    this.#bettor.observe(observation);
  }

  /** Contains the mean, at all times at once, with probability ≥ 1 − α: the surviving candidates and the step to the nearest excluded ones. */
  get interval(): [low: number, high: number] {
    const steps = this.#above.length - 1;
    return [Math.max(0, (this.#first - 1) / steps), Math.min(1, (this.#last + 1) / steps)];
  }
}
