import type { Errors, Verdict } from '../claim.ts';
import { type Comparison, validated } from './comparison.ts';
import { nextEntry } from './evidence-trace.ts';
import { MeanDecision, type MeanOutcome } from './means/mean-decision.ts';
import { testLevels } from './test-levels.ts';

/**
 * Error probabilities and cost of a decision about means. falseSupport: that the decision is 'supported' although some mean lies on the wrong
 * side of a support edge. falseRefutation: that it is 'refuted' although every mean lies on the right side of its refute edges.
 */
export interface DecisionOptions extends Errors {
  /** Number of replicates after which the decision is 'undecided'. */
  readonly maximumReplicates: number;
}

/** What a stream of replicates decided about all comparisons. */
export interface MeansDecision {
  readonly verdict: Verdict;
  readonly replicates: number;
  readonly comparisons: readonly MeanOutcome[];
}

/**
 * Decides comparisons of means from replicates that are drawn one at a time, by betting (Waudby-Smith & Ramdas 2024, theorem 1, by Ville's
 * inequality). The decision is refuted with the first refuted comparison, supported once all comparisons are, and undecided at the cap. A
 * comparison that is supported takes no further observations.
 *
 * Guarantee: the two errors hold however often one looks, which is after every replicate. They are non-asymptotic for a comparison with a range,
 * and asymptotic without a range (means/clipped-test.ts). falseRefutation is split over all refuting tests, falseSupport is not
 * (test-levels.ts). An observation outside its stated range refutes.
 * @param sample fills `out` from replicate number 0, 1, …, with one observation for each comparison. Replicates are independent.
 * @throws RangeError for inconsistent comparisons or options, and for an observation that is not finite.
 */
export function decideMeans(
  comparisons: readonly Comparison[],
  sample: (replicate: number, out: Float64Array) => void,
  { falseSupport, falseRefutation, maximumReplicates }: DecisionOptions,
): MeansDecision {
  if (comparisons.length === 0) throw new RangeError('no comparison is given: there is nothing to decide');
  const levels = testLevels(comparisons, { falseSupport, falseRefutation });
  const decisions = comparisons.map((comparison) => new MeanDecision(validated(comparison), levels));
  const open = decisions.map((decision, column) => ({ decision, column }));
  const out = new Float64Array(comparisons.length);
  let replicates = 0;
  let refuted = false;
  let due = 1;
  while (open.length > 0 && !refuted && replicates < maximumReplicates) {
    sample(replicates, out);
    replicates += 1;
    for (let index = open.length - 1; index >= 0; index -= 1) {
      const { decision, column } = open[index]!;
      const verdict = decision.observe(out[column]!);
      if (verdict === 'refuted') refuted = true;
      else if (verdict === 'supported') open.splice(index, 1);
    }
    if (refuted || replicates < due) continue;
    for (const { decision } of open) decision.note();
    due = nextEntry(replicates);
  }
  return {
    verdict: refuted ? 'refuted' : open.length === 0 ? 'supported' : 'undecided',
    replicates,
    comparisons: decisions.map((decision) => decision.outcome()),
  };
}
