import type { BettingStrategy, PredictableStakes } from './betting-strategy.ts';

/**
 * Share of the capital that one observation may take at most. At 1, a single observation at the edge of the range would bankrupt a strategy
 * for good; at 0.99 it costs log 100. The share is no lower, because the bound is itself the best stake where the range is wide against the
 * spread: deciding then takes log(1/α)·range/(0.99·effect) observations with every strategy (bench/betting-strategies.ts compares them).
 */
const LARGEST_LOSS = 0.99;

/** The largest stake against "mean ≤ threshold" on [0, 1]: λ·threshold ≤ LARGEST_LOSS, and finite at threshold 0. */
function largestStake(threshold: number): number {
  return LARGEST_LOSS / Math.max(threshold, Number.EPSILON);
}

/**
 * Capital process against the null "mean ≤ threshold" for observations in [0, 1]: K_n = Π (1 + λ_i(x_i − threshold)) with predictable
 * stakes λ_i. Under the null the capital is a non-negative supermartingale that starts at 1, so P(sup_n K_n ≥ 1/α) ≤ α by Ville's inequality
 * (Ville 1939; Waudby-Smith & Ramdas 2024, theorem 1). The guarantee is non-asymptotic and holds however often one looks.
 * To test "mean ≥ m", give 1 − x against 1 − m. hedged-capital.ts has the confidence sequence of the same bets.
 */
export class Capital {
  /** log K_n. */
  logCapital = 0;
  readonly #threshold: number;
  readonly #stakes: PredictableStakes;

  /**
   * @param threshold m ∈ [0, 1).
   * @param expected the mean that the theory predicts, above m, for strategies that aim.
   * @throws RangeError for a threshold outside [0, 1).
   */
  constructor(threshold: number, strategy: BettingStrategy, expected?: number) {
    if (!(threshold >= 0 && threshold < 1)) {
      throw new RangeError(`threshold = ${threshold}: a mean in [0, 1) is needed, there is nothing to test outside`);
    }
    this.#threshold = threshold;
    const game = { threshold, largestStake: largestStake(threshold) };
    this.#stakes = strategy(expected === undefined ? game : { ...game, expected });
  }

  /** Takes in an observation. The caller ensures that it lies in [0, 1]. */
  observe(observation: number): void {
    this.logCapital += Math.log(1 + this.#stakes.next * (observation - this.#threshold));
    this.#stakes.observe(observation);
  }
}
