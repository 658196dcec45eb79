import type { ComparisonOutcome, Trace, Verdict } from '../../claim.ts';
import type { Comparison } from '../comparison.ts';
import { finite } from '../comparison-outcome.ts';
import { EvidenceTrace } from '../evidence-trace.ts';
import { type TestLevels, thresholdsOf } from '../test-levels.ts';
import { displayedInterval } from './displayed-interval.ts';
import { type SideTests, sideTestsOf } from './side-tests.ts';

/** One decided comparison of a mean, in plain data. Infinite numbers are null. */
export interface MeanOutcome extends ComparisonOutcome {
  readonly trace: Trace;
  /** Number of replicates that this comparison has looked at. */
  readonly replicates: number;
  /** Log-evidence where it stopped: for support of the weakest supporting test, for refutation of the strongest refuting test. */
  readonly logEvidence: { readonly support: number | null; readonly refute: number | null };
}

/**
 * Decides one comparison from a stream of its observations, by one-sided betting tests in constant memory. Each test errs at most as often as its
 * level says, however often one looks (Ville's inequality): non-asymptotically where the comparison has a range, else asymptotically.
 */
export class MeanDecision {
  readonly #comparison: Comparison;
  readonly #low: number;
  readonly #high: number;
  readonly #threshold: Trace['threshold'];
  readonly #sides: readonly SideTests[];
  readonly #displayed: ReturnType<typeof displayedInterval>;
  readonly #trace: EvidenceTrace;
  #count = 0;
  #sum = 0;
  #verdict: Verdict = 'undecided';

  constructor(comparison: Comparison, levels: TestLevels) {
    this.#comparison = comparison;
    [this.#low, this.#high] = comparison.range ?? [-Number.MAX_VALUE, Number.MAX_VALUE];
    this.#threshold = thresholdsOf(levels);
    this.#sides = sideTestsOf(comparison);
    this.#displayed = displayedInterval(comparison.range);
    this.#trace = new EvidenceTrace(this.#threshold);
    if (!this.#within(comparison.expected)) this.#verdict = 'refuted';
  }

  /**
   * Takes in the next observation and returns the verdict so far. The verdicts 'supported' and 'refuted' are final.
   * The range is part of the comparison: an observation or a prediction outside it refutes, without error.
   * @throws RangeError for an observation that is not finite.
   */
  observe(observation: number): Verdict {
    if (!Number.isFinite(observation)) {
      throw new RangeError(`comparison '${this.#comparison.name}': observation ${observation} is not finite`);
    }
    this.#count += 1;
    this.#sum += observation;
    if (!this.#within(observation)) this.#verdict = 'refuted';
    if (this.#verdict === 'refuted') return this.#verdict;
    this.#displayed.observe(observation);
    let supported = true;
    for (const side of this.#sides) {
      if (side.verdict === 'undecided') {
        side.support.observe(observation);
        side.refute.observe(observation);
        if (side.refute.logEvidence >= this.#threshold.refute) {
          side.verdict = 'refuted';
          this.#verdict = 'refuted';
        } else if (side.support.logEvidence >= this.#threshold.support) side.verdict = 'supported';
      }
      if (side.verdict !== 'supported') supported = false;
    }
    if (supported) this.#verdict = 'supported';
    return this.#verdict;
  }

  /** Enters the evidence now into the trace. The caller knows when an entry is due, so that `observe` need not check. */
  note(): void {
    this.#trace.enter(this.#count, this.#support(), this.#refutation());
  }

  /** The comparison as it stands, in plain data. */
  outcome(): MeanOutcome {
    const { name, expected, above, below, range } = this.#comparison;
    return {
      name,
      verdict: this.#verdict,
      expected,
      estimate: this.#count === 0 ? null : this.#sum / this.#count,
      interval: this.#interval(),
      zone: [above?.support ?? null, below?.support ?? null],
      guarantee: range === undefined ? 'asymptotic' : 'non-asymptotic',
      replicates: this.#count,
      logEvidence: {
        support: finite(this.#support()),
        refute: finite(this.#refutation()),
      },
      trace: this.#trace.until(
        this.#count,
        this.#support(),
        this.#leftRange() ? Number.POSITIVE_INFINITY : this.#refutation(),
      ),
    };
  }

  #support(): number {
    return Math.min(...this.#sides.map(({ support }) => support.logEvidence));
  }

  #refutation(): number {
    return Math.max(...this.#sides.map(({ refute }) => refute.logEvidence));
  }

  /** Whether the comparison was refuted by its range and not by a test. */
  #leftRange(): boolean {
    return this.#verdict === 'refuted' && this.#sides.every(({ verdict }) => verdict !== 'refuted');
  }

  #within(value: number): boolean {
    return value >= this.#low && value <= this.#high;
  }

  /** The displayed confidence sequence, cut to what the tests have proven. The errors of the tests are far smaller. */
  #interval(): [number | null, number | null] {
    const [low, high] = this.#displayed.interval;
    const proven = this.#sides.map((side) => side.proven());
    return [
      finite(Math.max(low, ...proven.map(([from]) => from))),
      finite(Math.min(high, ...proven.map(([, to]) => to))),
    ];
  }
}
