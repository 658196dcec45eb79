import type { Verdict } from '../claim.ts';
import { type Comparison, validated } from './comparison.ts';
import { nextEntry } from './evidence-trace.ts';
import { MeanDecision, type MeanOutcome } from './mean-decision.ts';

/** Error probabilities and cost of a decision. */
export interface DecisionOptions {
  /** Probability that the decision is 'supported' although some mean lies on the wrong side of a support edge. */
  readonly falseSupport: number;
  /** Probability that the decision is 'refuted' although every mean lies on the right side of its refute edges; split equally over them. */
  readonly falseRefutation: number;
  /** Replicates after which the decision is 'undecided'. */
  readonly maximumReplicates: number;
}

/** What a stream of replicates decided about all comparisons. */
export interface MeansDecision {
  readonly verdict: Verdict;
  readonly replicates: number;
  readonly comparisons: readonly MeanOutcome[];
}

/**
 * Decides comparisons of means from replicates drawn one at a time: refuted with the first refuted comparison (or observation outside its stated range), supported once all are,
 * undecided at the cap. A comparison already supported is no longer looked at.
 * @param sample fills `out`, one observation a comparison, from replicate number `replicate` = 0, 1, …; replicates are independent.
 * @throws RangeError for inconsistent comparisons or options, and for an observation that is not finite.
 */
export function decideMeans(
  comparisons: readonly Comparison[],
  sample: (replicate: number, out: Float64Array) => void,
  { falseSupport, falseRefutation, maximumReplicates }: DecisionOptions,
): MeansDecision {
  if (comparisons.length === 0) throw new RangeError('no comparison is given: there is nothing to decide');
  for (const [name, value] of Object.entries({ falseSupport, falseRefutation })) {
    if (!(value > 0 && value < 1)) throw new RangeError(`${name} = ${value}: a probability in (0, 1) is needed`);
  }
  const refutingTests = comparisons.reduce((sum, { above, below }) => sum + (above ? 1 : 0) + (below ? 1 : 0), 0);
  const levels = { support: falseSupport, refute: falseRefutation / refutingTests };
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
