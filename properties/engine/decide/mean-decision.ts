import type { ComparisonOutcome, Trace, Verdict } from '../claim.ts';
import { AsymptoticMean } from './asymptotic.ts';
import type { Betting } from './betting/bettor.ts';
import { kelly } from './betting/kelly.ts';
import { portfolio } from './betting/portfolio.ts';
import { shared } from './betting/shared.ts';
import { ClippedTest } from './clipped-test.ts';
import type { Comparison, Edges } from './comparison.ts';
import { EmpiricalBernstein } from './empirical-bernstein.ts';
import { EvidenceTrace } from './evidence-trace.ts';
import { boundedTest, type OneSidedTest, type Side } from './one-sided-test.ts';

/** Error probability of the displayed interval. */
const DISPLAY_ERROR = 0.05;
/** Sample size at which the displayed asymptotic interval is tightest: the order at which comparisons of the suite are decided. */
const DISPLAY_SIZE = 5000;

/** How supporting tests bet: aimed at the theory, hedged against a truth elsewhere. */
export const supporting: Betting = shared(kelly, portfolio);
/**
 * How refuting tests bet, which do not know where the truth lies. On each of the suite's observables within a fifth of the soonest bettor,
 * which no other single one is (bench/bettors.ts).
 */
export const refuting: Betting = portfolio;

/** One side of a comparison: open until either test has reached its evidence. */
interface OpenSide {
  readonly support: OneSidedTest;
  readonly refute: OneSidedTest;
  verdict: Verdict;
  /** Where the tests have proven the mean to lie. */
  proven(): readonly [low: number, high: number];
}

const EVERYTHING = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const;

/** One comparison, decided. Plain data; null for what is infinite. */
export interface MeanOutcome extends ComparisonOutcome {
  readonly trace: Trace;
  /** Replicates that this comparison has looked at. */
  readonly replicates: number;
  /** Log-evidence for support and for refutation when it stopped: the weakest supporting, the strongest refuting side. */
  readonly logEvidence: { readonly support: number | null; readonly refute: number | null };
}

/** Decides one comparison from a stream of its observations, in constant memory. */
export class MeanDecision {
  readonly #comparison: Comparison;
  readonly #low: number;
  readonly #high: number;
  readonly #enoughToSupport: number;
  readonly #enoughToRefute: number;
  readonly #sides: readonly OpenSide[];
  readonly #bernstein: EmpiricalBernstein | undefined;
  readonly #asymptotic: AsymptoticMean | undefined;
  readonly #trace: EvidenceTrace;
  #count = 0;
  #sum = 0;
  #verdict: Verdict = 'undecided';

  /** @param levels error probability of the supporting tests (each side's: both must hold) and of each refuting test. */
  constructor(comparison: Comparison, levels: { readonly support: number; readonly refute: number }) {
    this.#comparison = comparison;
    [this.#low, this.#high] = comparison.range ?? [-Number.MAX_VALUE, Number.MAX_VALUE];
    this.#enoughToSupport = Math.log(1 / levels.support);
    this.#enoughToRefute = Math.log(1 / levels.refute);
    this.#sides = sidesOf(comparison);
    this.#trace = new EvidenceTrace({ support: this.#enoughToSupport, refute: this.#enoughToRefute });
    if (!this.#within(comparison.expected)) this.#verdict = 'refuted';
    if (comparison.range === undefined) this.#asymptotic = new AsymptoticMean();
    else this.#bernstein = new EmpiricalBernstein(DISPLAY_ERROR);
  }

  /**
   * Takes in the next observation and returns the verdict so far; 'supported' and 'refuted' are final.
   * The range is part of what is compared: an observation or a prediction outside it refutes, without error.
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
    this.#asymptotic?.observe(observation);
    this.#bernstein?.observe((observation - this.#low) / (this.#high - this.#low));
    let supported = true;
    for (const side of this.#sides) {
      if (side.verdict === 'undecided') {
        side.support.observe(observation);
        side.refute.observe(observation);
        if (side.refute.logEvidence >= this.#enoughToRefute) {
          side.verdict = 'refuted';
          this.#verdict = 'refuted';
        } else if (side.support.logEvidence >= this.#enoughToSupport) side.verdict = 'supported';
      }
      if (side.verdict !== 'supported') supported = false;
    }
    if (supported) this.#verdict = 'supported';
    return this.#verdict;
  }

  /** Enters the evidence now into the trace. The caller knows when: `observe` has no time for it. */
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

  /** Whether the range refuted, no test. */
  #leftRange(): boolean {
    return this.#verdict === 'refuted' && this.#sides.every(({ verdict }) => verdict !== 'refuted');
  }

  #within(value: number): boolean {
    return value >= this.#low && value <= this.#high;
  }

  /** The displayed confidence sequence, cut to what the tests, whose errors are far smaller, have proven. */
  #interval(): [number | null, number | null] {
    const [low, high] = this.#confidenceSequence();
    const proven = this.#sides.map((side) => side.proven());
    return [
      finite(Math.max(low, ...proven.map(([from]) => from))),
      finite(Math.min(high, ...proven.map(([, to]) => to))),
    ];
  }

  #confidenceSequence(): readonly [low: number, high: number] {
    if (this.#bernstein === undefined) return this.#asymptotic?.interval(DISPLAY_ERROR, DISPLAY_SIZE) ?? EVERYTHING;
    const [low, high] = this.#bernstein.interval;
    const width = this.#high - this.#low;
    return [this.#low + low * width, this.#low + high * width];
  }
}

function sidesOf({ expected, above, below, range }: Comparison): OpenSide[] {
  const test = (side: Side, betting: Betting) =>
    range === undefined ? new ClippedTest(side, betting) : boundedTest(side, range, betting);
  const side = (direction: Side['direction'], { support, refute }: Edges): OpenSide => ({
    support: test({ direction, threshold: support, expected }, supporting),
    refute: test({ direction: direction === 'above' ? 'below' : 'above', threshold: refute }, refuting),
    verdict: 'undecided',
    proven() {
      if (this.verdict === 'undecided') return EVERYTHING;
      const above = (direction === 'above') === (this.verdict === 'supported');
      const edge = this.verdict === 'supported' ? support : refute;
      return above ? [edge, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, edge];
    },
  });
  return [...(above ? [side('above', above)] : []), ...(below ? [side('below', below)] : [])];
}

const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null);
