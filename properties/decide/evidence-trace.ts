import type { Trace } from '../claim.ts';

/** Observations from one entry of a trace to the next grow by this ratio: ten entries a decade, as close as a curve on a logarithmic axis needs. */
export const RATIO = 10 ** (1 / 10);

/**
 * Log-evidence of a double that has underflowed to 0: no smaller capital can be told from none.
 */
const LEAST = Math.log(Number.MIN_VALUE);

/**
 * Notes how the evidence of a sequential decision grows, at 1, 2, 3, 4, 6, 8, 11, … observations. It is asked for evidence only then: the
 * loop compares its count with `due`.
 * Infinite evidence, which JSON does not have, enters as a number: certainty (+∞, what the range of the observations alone decides) as just
 * enough, and what has underflowed (−∞) as the logarithm of the smallest double.
 */
export class EvidenceTrace {
  /** Observations from which on the next entry is due. */
  due = 1;
  readonly #enough: Trace['enough'];
  readonly #replicates: number[] = [];
  readonly #support: number[] = [];
  readonly #refute: number[] = [];

  /** @param enough log-evidence at which each test decides. */
  constructor(enough: Trace['enough']) {
    this.#enough = enough;
  }

  /** Enters the log-evidence after `replicates` observations, more than any entry has. */
  enter(replicates: number, support: number, refute: number): void {
    this.#replicates.push(replicates);
    this.#support.push(bounded(support, this.#enough.support));
    this.#refute.push(bounded(refute, this.#enough.refute));
    while (this.due <= replicates) this.due = Math.ceil(this.due * RATIO);
  }

  /** The trace up to now: its last entry is the evidence now, whether one was due or not. */
  until(replicates: number, support: number, refute: number): Trace {
    const entered = replicates === (this.#replicates.at(-1) ?? 0);
    const withNow = (entries: readonly number[], now: number) => (entered ? [...entries] : [...entries, now]);
    return {
      replicates: withNow(this.#replicates, replicates),
      support: withNow(this.#support, bounded(support, this.#enough.support)),
      refute: withNow(this.#refute, bounded(refute, this.#enough.refute)),
      enough: this.#enough,
    };
  }
}

function bounded(logEvidence: number, certain: number): number {
  return logEvidence === Number.POSITIVE_INFINITY ? certain : Math.max(LEAST, logEvidence);
}
