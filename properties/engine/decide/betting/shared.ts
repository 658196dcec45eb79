import type { Betting, Bettor, Game } from './bettor.ts';

/** Floor of a share: nothing lost by it, and it keeps a loser clear of slow denormal numbers. */
const LEAST_SHARE = 1e-30;

/**
 * Gives half of the capital to each of two bettors: at most log 2 behind the better one, whichever it turns out to be.
 * Kelly aimed at the theory wins when the theory is right; an adaptive partner keeps the power when the truth lies elsewhere.
 */
export function shared(first: Betting, second: Betting): Betting {
  return (game) => new Shared(game, first(game), second(game));
}

class Shared implements Bettor {
  stake: number;
  readonly #threshold: number;
  readonly #first: Bettor;
  readonly #second: Bettor;
  /** The first bettor's share of the capital. */
  #share = 1 / 2;

  constructor(game: Game, first: Bettor, second: Bettor) {
    this.#threshold = game.threshold;
    this.#first = first;
    this.#second = second;
    this.stake = (first.stake + second.stake) / 2;
  }

  observe(observation: number): void {
    const difference = observation - this.#threshold;
    const first = this.#first;
    const second = this.#second;
    const share = (this.#share * (1 + first.stake * difference)) / (1 + this.stake * difference);
    this.#share = Math.max(LEAST_SHARE, share);
    first.observe(observation);
    second.observe(observation);
    this.stake = this.#share * first.stake + (1 - this.#share) * second.stake;
  }
}
