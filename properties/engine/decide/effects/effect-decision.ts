import type { ComparisonOutcome, Trace, Verdict } from '../../claim.ts';
import type { Comparison, Edges } from '../comparison.ts';
import { DISPLAY_ERROR, finite } from '../comparison-outcome.ts';
import { EvidenceTrace, nextEntry } from '../evidence-trace.ts';
import { type TestLevels, thresholdsOf } from '../test-levels.ts';
import { SafeTTest } from './safe-t-test.ts';

/** One side of a comparison. It is undecided until the evidence of either test has reached its threshold at a look. */
interface Side {
  readonly direction: 'above' | 'below';
  readonly edges: Edges;
  verdict: Verdict;
  /** Log-evidence now for support and for refutation. A decided side keeps the evidence that decided it. */
  support: number;
  refute: number;
}

/**
 * Decides one comparison of the mean of normal observations by safe t-tests (Pérez-Ortiz, Lardy, de Heide & Grünwald 2024), in constant memory.
 * Each test errs at most as often as its level says, however often one looks, if the observations are normal.
 */
export class EffectDecision {
  readonly #comparison: Comparison;
  readonly #threshold: Trace['threshold'];
  readonly #test = new SafeTTest();
  readonly #sides: readonly Side[];
  readonly #trace: EvidenceTrace;
  #due = 1;

  constructor(comparison: Comparison, levels: TestLevels) {
    this.#comparison = comparison;
    this.#threshold = thresholdsOf(levels);
    const side = (direction: Side['direction'], edges: Edges | undefined): Side[] =>
      edges === undefined ? [] : [{ direction, edges, verdict: 'undecided', support: 0, refute: 0 }];
    this.#sides = [...side('above', comparison.above), ...side('below', comparison.below)];
    this.#trace = new EvidenceTrace(this.#threshold);
  }

  /** 'refuted' when a side is refuted, 'supported' when all sides are supported. Both are final. */
  get verdict(): Verdict {
    const verdicts = this.#sides.map(({ verdict }) => verdict);
    if (verdicts.includes('refuted')) return 'refuted';
    return verdicts.includes('undecided') ? 'undecided' : 'supported';
  }

  /** Takes in a finite observation. A decided comparison ignores it. */
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

  #logEvidence(direction: Side['direction'], threshold: number): number {
    return direction === 'above' ? this.#test.logEvidenceAbove(threshold) : this.#test.logEvidenceBelow(threshold);
  }
}
