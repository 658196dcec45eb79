import type { Trace } from '../claim.ts';

/** Observations from one entry of a trace to the next grow by this ratio: ten entries a decade, as close as a curve on a logarithmic axis needs. */
const RATIO = 10 ** (1 / 10);

/** Observations at which the entry after that at `count` is due, for count = 1, 2, 3, 4, 6, 8, 11, … */
export function nextEntry(count: number): number {
  return Math.ceil(count * RATIO);
}

/** Logarithm of the smallest double: evidence that has underflowed is below it. */
const LEAST = Math.log(Number.MIN_VALUE);

/**
 * Notes how the evidence of a sequential decision grows, at some numbers of observations (see nextEntry) and at the last.
 * Infinite evidence, which JSON does not have, enters as a number: certainty (+∞, what the range of the observations alone decides) as just
 * threshold, and what has underflowed (−∞) as the logarithm of the smallest double.
 */
export class EvidenceTrace {
  readonly #threshold: Trace['threshold'];
  readonly #replicates: number[] = [];
  readonly #support: number[] = [];
  readonly #refute: number[] = [];

  /** @param threshold log-evidence at which each test decides. */
  constructor(threshold: Trace['threshold']) {
    this.#threshold = threshold;
  }

  /** Enters the log-evidence after `replicates` observations, more than any entry has. */
  enter(replicates: number, support: number, refute: number): void {
    this.#replicates.push(replicates);
    this.#support.push(bounded(support, this.#threshold.support));
    this.#refute.push(bounded(refute, this.#threshold.refute));
  }

  /** The trace up to now: its last entry is the evidence now, whether one was due or not. */
  until(replicates: number, support: number, refute: number): Trace {
    const entered = replicates === (this.#replicates.at(-1) ?? 0);
    const withNow = (entries: readonly number[], now: number) => (entered ? [...entries] : [...entries, now]);
    return {
      replicates: withNow(this.#replicates, replicates),
      support: withNow(this.#support, bounded(support, this.#threshold.support)),
      refute: withNow(this.#refute, bounded(refute, this.#threshold.refute)),
      threshold: this.#threshold,
    };
  }
}

function bounded(logEvidence: number, certain: number): number {
  return logEvidence === Number.POSITIVE_INFINITY ? certain : Math.max(LEAST, logEvidence);
}
