/**
 * A game against the null hypothesis "the mean of observations in [0, 1] is ≤ threshold". Before each observation x a bettor stakes
 * λ ∈ [0, largestStake]; its capital is multiplied by 1 + λ(x − threshold) (Waudby-Smith & Ramdas 2024, §4).
 */
export interface Game {
  /** m: the largest mean of the null, in [0, 1). */
  readonly threshold: number;
  /** Bound on the stake that keeps the capital positive whatever is observed. */
  readonly largestStake: number;
  /** t > m: the mean that the theory predicts, for bettors that aim. */
  readonly expected?: number;
}

/** Chooses stakes from what was observed before: `stake` may depend on past observations only, which makes the capital fair. */
export interface Bettor {
  /** λ for the next observation. */
  readonly stake: number;
  /** Takes in an observation in [0, 1] and sets the next stake. */
  observe(observation: number): void;
}

/** A way of betting, ready to be seated at any game. */
export type Betting = (game: Game) => Bettor;

/** The stake in [0, largestStake] nearest to a wanted one. */
export function affordable(stake: number, largestStake: number): number {
  return Math.min(Math.max(stake, 0), largestStake);
}
