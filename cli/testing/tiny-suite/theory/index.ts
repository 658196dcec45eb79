/** A bet on a coin: it wins one amount or loses another. */
export interface Bet {
  /** Probability of winning, in (0, 1). */
  readonly probability: number;
  /** What is won, > 0. */
  readonly prize: number;
  /** What is lost otherwise, > 0. */
  readonly stake: number;
}

/** The mean payoff of a bet, P·prize − (1 − P)·stake. */
export function expectedPayoff({ probability, prize, stake }: Bet): number {
  return probability * prize - (1 - probability) * stake;
}
