import type { ComparisonOutcome, Trace, Verdict } from '../claim.ts';
import type { Comparison, Edges } from './comparison.ts';
import { EvidenceTrace, nextEntry } from './evidence-trace.ts';
import { SafeTTest } from './safe-t-test.ts';

/** Error probability of the displayed interval. */
const DISPLAY_ERROR = 0.05;

/** One side of a comparison: open until either test has reached its evidence at a look. */
interface OpenSide {
  readonly direction: 'above' | 'below';
  readonly edges: Edges;
  verdict: Verdict;
  /** Log-evidence now for support and for refutation; of a decided side, that which decided it. */
  support: number;
  refute: number;
}

/** Decides one comparison of the mean of normal observations by safe t-tests, in constant memory. */
export class EffectDecision {
  readonly #comparison: Comparison;
  readonly #threshold: Trace['threshold'];
  readonly #test = new SafeTTest();
  readonly #sides: readonly OpenSide[];
  readonly #trace: EvidenceTrace;
  #due = 1;

  /** @param levels error probability of the supporting tests (each side's: both must hold) and of each refuting test. */
  constructor(comparison: Comparison, levels: { readonly support: number; readonly refute: number }) {
    this.#comparison = comparison;
    this.#threshold = { support: Math.log(1 / levels.support), refute: Math.log(1 / levels.refute) };
    const side = (direction: OpenSide['direction'], edges: Edges | undefined): OpenSide[] =>
      edges === undefined ? [] : [{ direction, edges, verdict: 'undecided', support: 0, refute: 0 }];
    this.#sides = [...side('above', comparison.above), ...side('below', comparison.below)];
    this.#trace = new EvidenceTrace(this.#threshold);
  }

  /** 'refuted' when a side is, 'supported' when all are; both are final. */
  get verdict(): Verdict {
    const verdicts = this.#sides.map(({ verdict }) => verdict);
    if (verdicts.includes('refuted')) return 'refuted';
    return verdicts.includes('undecided') ? 'undecided' : 'supported';
  }

  /** Takes in a finite observation, unless decided. */
  observe(observation: number): void {
    if (this.verdict !== 'undecided') return;
    this.#test.observe(observation);
    this.#weigh();
    if (this.#test.count < this.#due) return;
    this.#trace.enter(this.#test.count, this.#support(), this.#refutation());
    this.#due = nextEntry(this.#due);
  }

  /** Looks at the evidence so far and returns the verdict. */
  look(): Verdict {
    for (const side of this.#sides) {
      if (side.verdict !== 'undecided') continue;
      if (side.refute >= this.#threshold.refute) side.verdict = 'refuted';
      else if (side.support >= this.#threshold.support) side.verdict = 'supported';
    }
    return this.verdict;
  }

  /** The comparison as it stands, in plain data. */
  outcome(): ComparisonOutcome {
    const { name, expected, above, below } = this.#comparison;
    const [low, high] = this.#test.interval(DISPLAY_ERROR);
    return {
      name,
      verdict: this.verdict,
      expected,
      estimate: this.#test.count === 0 ? null : this.#test.mean,
      interval: [finite(low), finite(high)],
      zone: [above?.support ?? null, below?.support ?? null],
      guarantee: 'normal',
      trace: this.#trace.until(this.#test.count, this.#support(), this.#refutation()),
    };
  }

  #weigh(): void {
    for (const side of this.#sides) {
      if (side.verdict !== 'undecided') continue;
      const { direction, edges } = side;
      side.refute = this.#logEvidence(direction === 'above' ? 'below' : 'above', edges.refute);
      side.support = this.#logEvidence(direction, edges.support);
    }
  }

  #support(): number {
    return Math.min(...this.#sides.map(({ support }) => support));
  }

  #refutation(): number {
    return Math.max(...this.#sides.map(({ refute }) => refute));
  }

  #logEvidence(direction: OpenSide['direction'], threshold: number): number {
    return direction === 'above' ? this.#test.logEvidenceAbove(threshold) : this.#test.logEvidenceBelow(threshold);
  }
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);
