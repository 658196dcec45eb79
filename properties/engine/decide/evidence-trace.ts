import type { Trace } from '../claim.ts';

/** The number of observations grows by this ratio from one entry of a trace to the next: ten entries a decade suffice for a curve on a logarithmic axis. */
const RATIO = 10 ** (1 / 10);

/** Number of observations at which the entry after that at `count` is due: 1, 2, 3, 4, 6, 8, 11, … from 1 on. */
export function nextEntry(count: number): number {
  return Math.ceil(count * RATIO);
}

/** Logarithm of the smallest double. Evidence that has underflowed lies below it. */
const LEAST = Math.log(Number.MIN_VALUE);

/**
 * Records how the evidence of a sequential decision grows: at the numbers of observations that nextEntry gives, and at the last observation.
 * JSON has no infinity, so infinite evidence is entered as a finite number. Certainty (+∞: the range of the observations alone decides) is
 * entered as the threshold itself, and evidence that has underflowed (−∞) as the logarithm of the smallest double.
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

  /** Enters the log-evidence after `replicates` observations. The number of observations is larger than that of every entry before. */
  enter(replicates: number, support: number, refute: number): void {
    this.#replicates.push(replicates);
    this.#support.push(bounded(support, this.#threshold.support));
    this.#refute.push(bounded(refute, this.#threshold.refute));
  }

  /** The trace up to now. Its last entry is the evidence now, whether or not an entry is due. */
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
