import type { Betting, Bettor } from './betting/bettor.ts';

/**
 * Share of the capital that one observation may take at most. Below 1, or a single observation at the edge of the range would bankrupt a
 * bettor for good; at 0.99 it costs log 100. No lower, because where the range is wide against the spread this bound is the best stake,
 * and deciding takes log(1/α)·range/(0.99·effect) observations whatever the bettor (`bench/bettors.ts` compares).
 */
export const LARGEST_LOSS = 0.99;

/** The largest stake against "mean ≤ threshold" on [0, 1]: λ·threshold ≤ LARGEST_LOSS, and finite at threshold 0. */
export function largestStake(threshold: number): number {
  return LARGEST_LOSS / Math.max(threshold, Number.EPSILON);
}

/**
 * Capital process against the null "mean ≤ threshold" for observations in [0, 1]: K_n = Π (1 + λ_i(x_i − threshold)) with predictable
 * stakes λ_i. Under the null it is a non-negative supermartingale started at 1, so P(sup_n K_n ≥ 1/α) ≤ α (Ville 1939; Waudby-Smith &
 * Ramdas 2024, theorem 1): it may be looked at after every observation. For "mean ≥ m" feed 1 − x against 1 − m.
 * For an interval see hedged-capital.ts.
 */
export class Capital {
  /** log K_n. */
  logCapital = 0;
  readonly #threshold: number;
  readonly #bettor: Bettor;

  /**
   * @param threshold m ∈ [0, 1).
   * @param expected the mean that the theory predicts, for bettors that aim; > m.
   */
  constructor(threshold: number, betting: Betting, expected?: number) {
    if (!(threshold >= 0 && threshold < 1)) {
      throw new RangeError(`threshold = ${threshold}: a mean in [0, 1) is needed, there is nothing to test outside`);
    }
    this.#threshold = threshold;
    const game = { threshold, largestStake: largestStake(threshold) };
    this.#bettor = betting(expected === undefined ? game : { ...game, expected });
  }

  /** Takes in an observation in [0, 1]; the caller answers for the range. */
  observe(observation: number): void {
    this.logCapital += Math.log(1 + this.#bettor.stake * (observation - this.#threshold));
    this.#bettor.observe(observation);
  }
}
