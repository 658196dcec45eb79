import type { BettingStrategy, Game, PredictableStakes } from './betting-strategy.ts';

/** Floor of a share. It costs nothing, and it keeps a small share clear of slow denormal numbers. */
const LEAST_SHARE = 1e-30;

/**
 * Gives half of the capital to each of two strategies. Its capital is at most log 2 behind that of the better one, whichever that is.
 * Kelly wins when the theory at which it aims is right. An adaptive partner keeps the power when the truth lies elsewhere.
 */
export function shared(first: BettingStrategy, second: BettingStrategy): BettingStrategy {
  return (game) => new Shared(game, first(game), second(game));
}

class Shared implements PredictableStakes {
  next: number;
  readonly #threshold: number;
  readonly #first: PredictableStakes;
  readonly #second: PredictableStakes;
  /** Share of the capital that the first strategy holds. */
  #share = 1 / 2;

  constructor(game: Game, first: PredictableStakes, second: PredictableStakes) {
    this.#threshold = game.threshold;
    this.#first = first;
    this.#second = second;
    this.next = (first.next + second.next) / 2;
  }

  observe(observation: number): void {
    const difference = observation - this.#threshold;
    const first = this.#first;
    const second = this.#second;
    const share = (this.#share * (1 + first.next * difference)) / (1 + this.next * difference);
    this.#share = Math.max(LEAST_SHARE, share);
    first.observe(observation);
    second.observe(observation);
    this.next = this.#share * first.next + (1 - this.#share) * second.next;
  }
}
