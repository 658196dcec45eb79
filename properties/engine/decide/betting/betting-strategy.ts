/**
 * A game against the null hypothesis "the mean of observations in [0, 1] is at most the threshold". A betting strategy stakes λ ∈ [0, largestStake]
 * before each observation x. The observation then multiplies the capital by 1 + λ(x − threshold) (Waudby-Smith & Ramdas 2024, §4).
 */
export interface Game {
  /** m, the largest mean under the null, in [0, 1). */
  readonly threshold: number;
  /** Bound on λ that keeps the capital positive for every observation in [0, 1]. */
  readonly largestStake: number;
  /** t > m, the mean that the theory predicts. Strategies that aim need it; the others ignore it. */
  readonly expected?: number;
}

/** The stakes of one game. Each stake depends on past observations only: this is what makes the capital a supermartingale under the null. */
export interface PredictableStakes {
  /** λ for the next observation. */
  readonly next: number;
  /** Takes in an observation in [0, 1] and sets the next stake. */
  observe(observation: number): void;
}

/** A betting strategy: it starts the stakes of a game. */
export type BettingStrategy = (game: Game) => PredictableStakes;

/** The stake in [0, largestStake] that is nearest to a wanted one. */
export function affordable(stake: number, largestStake: number): number {
  return Math.min(Math.max(stake, 0), largestStake);
}
