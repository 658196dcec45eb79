import { canonicalJson } from '../../canonical-json.ts';
import type { Curve } from './curve-record.ts';
import type { ReplicatedDesign, ReplicatedRun } from './design.ts';
import { carriedOut, type FinishedRun, ofAnyLength } from './runs.ts';

/** Runs of one arm of one replicate, shortest first. Each goes on from the one before. */
type Chain = { readonly rounds: number; readonly finished: Promise<FinishedRun> }[];

/** Gives decisions their curves. A run that was asked for before is not carried out again. */
export class RunCache {
  readonly #design: ReplicatedDesign;
  readonly #perform: (run: ReplicatedRun) => Promise<FinishedRun>;
  readonly #chains = new Map<string, Chain>();

  /** @param perform carries out a run. It is called once for each run that is needed, and for a longer run after the shorter one is finished. */
  constructor(design: ReplicatedDesign, perform: (run: ReplicatedRun) => Promise<FinishedRun>) {
    this.#design = design;
    this.#perform = perform;
  }

  /** The curve of a run, as the run's world observes it, and the working time that this call has caused: 0 for a known run. */
  async observe(run: ReplicatedRun): Promise<FinishedRun> {
    const finished = await this.#finished(carriedOut(run, this.#design));
    const misreading = run.mutant === null ? undefined : this.#design.misreading(run.mutant);
    if (misreading === undefined) return finished;
    const { curve, milliseconds } = finished;
    return { curve: { ...curve, rounds: curve.rounds.map((observed) => misreading.of(observed)) }, milliseconds };
  }

  async #finished(run: ReplicatedRun): Promise<FinishedRun> {
    const key = canonicalJson(ofAnyLength(run));
    const chain = this.#chains.get(key) ?? [];
    this.#chains.set(key, chain);
    const longer = chain.find(({ rounds }) => rounds >= run.rounds);
    if (longer !== undefined) {
      const { curve } = await longer.finished;
      return { curve: firstRounds(curve, run.rounds), milliseconds: 0 };
    }
    const shorter = chain.at(-1)?.finished;
    const finished = shorter === undefined ? this.#perform(run) : shorter.then(() => this.#perform(run));
    chain.push({ rounds: run.rounds, finished });
    return finished;
  }
}

/** The curve up to a round, as if the run had ended with that round. */
export function firstRounds<R>(curve: Curve<R>, last: number): Curve<R> {
  const rounds = curve.rounds.slice(0, last + 1);
  const samples = firstSamples(curve, rounds.length);
  return samples === undefined ? { rounds } : { rounds, samples };
}

/** The sample images of the first rounds of a curve; undefined where it has none. */
export function firstSamples({ rounds, samples }: Curve<unknown>, count: number): string | undefined {
  if (samples === undefined) return undefined;
  const bytes = Buffer.from(samples, 'base64');
  return bytes.subarray(0, (bytes.length / rounds.length) * count).toString('base64');
}
