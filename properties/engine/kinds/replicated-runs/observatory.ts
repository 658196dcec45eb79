import { canonicalJson } from '../../canonical-json.ts';
import { firstRounds } from './first-rounds.ts';
import type { RetrainingRun } from './laboratory.ts';
import { type FinishedRun, ofAnyLength } from './task.ts';

/** Runs of one arm of one replicate, by their lengths, shortest first: each goes on from the one before. */
interface Chain {
  readonly links: { readonly rounds: number; readonly finished: Promise<FinishedRun> }[];
}

/** Where decisions get their curves. Whoever asks for a run that was asked for before gets the same one; it is done once. */
export class Observatory {
  readonly #perform: (run: RetrainingRun) => Promise<FinishedRun>;
  readonly #chains = new Map<string, Chain>();

  /** @param perform does a run; called once for each that is needed, and for a longer one when the shorter is done. */
  constructor(perform: (run: RetrainingRun) => Promise<FinishedRun>) {
    this.#perform = perform;
  }

  /** A run's curve, and the working time that was spent on account of this call: 0 where the run was asked for before. */
  async observe(run: RetrainingRun): Promise<FinishedRun> {
    const { links } = this.#chain(run);
    const enough = links.find(({ rounds }) => rounds >= run.rounds);
    if (enough !== undefined) {
      const { curve } = await enough.finished;
      return { curve: firstRounds(curve, run.rounds), milliseconds: 0 };
    }
    const shorter = links.at(-1)?.finished;
    const finished = shorter === undefined ? this.#perform(run) : shorter.then(() => this.#perform(run));
    links.push({ rounds: run.rounds, finished });
    return finished;
  }

  #chain(run: RetrainingRun): Chain {
    const key = canonicalJson(ofAnyLength(run));
    const chain = this.#chains.get(key) ?? { links: [] };
    this.#chains.set(key, chain);
    return chain;
  }
}
