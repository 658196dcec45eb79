import type { ComparisonOutcome, Errors, Verdict } from '../claim.ts';
import { DISPLAY_ERROR } from './comparison-outcome.ts';
import { EvidenceTrace, nextEntry } from './evidence-trace.ts';
import { requireProbabilities } from './probabilities.ts';
import { interval, logEvidenceAbove, logEvidenceBelow, priorAround } from './proportions/beta-binomial.ts';

/** A success probability held against the theory: supported within ±margin, refuted where it differs from the prediction. */
export interface ProportionComparison {
  readonly name: string;
  /** The probability under the theory, in (0, 1). */
  readonly predicted: number;
  readonly margin: number;
}

/** What one batch of a yes/no stream showed. A batch without trials ends the stream. */
export interface Batch {
  readonly successes: number;
  readonly failures: number;
}

/** Error probabilities and cost of a decision about a proportion. */
export interface ProportionOptions extends Errors {
  /** Number of trials after which the decision is 'undecided'. */
  readonly maximumTrials: number;
}

/** What a yes/no stream decided. */
export interface ProportionDecision {
  readonly verdict: Verdict;
  readonly trials: number;
  readonly comparison: ComparisonOutcome;
}

/**
 * Decides a probability from batches of a yes/no stream, by one-sided beta-binomial mixture e-values (Robbins 1970; Howard, Ramdas, McAuliffe &
 * Sekhon 2021, §3.2) and Ville's inequality. The prior spreads over alternatives that lie one margin from the prediction.
 *
 * Guarantee: both errors are non-asymptotic and hold however often one looks, which is after every batch, of any size. Two sides may refute, and each
 * has half of falseRefutation. falseSupport is not split, because support needs both sides.
 * @param sample gives batch number 0, 1, ….
 * @throws RangeError for a prediction or an error outside (0, 1), a margin ≤ 0, and counts that are no whole numbers ≥ 0.
 */
export function decideProportion(
  { name, predicted, margin }: ProportionComparison,
  sample: (batch: number) => Batch,
  { falseSupport, falseRefutation, maximumTrials }: ProportionOptions,
): ProportionDecision {
  if (!(predicted > 0 && predicted < 1))
    throw new RangeError(`'${name}': predicted = ${predicted}, in (0, 1) is needed`);
  if (!(margin > 0)) throw new RangeError(`'${name}': margin = ${margin}, above 0 is needed`);
  requireProbabilities({ falseSupport, falseRefutation });
  const prior = priorAround(predicted, margin);
  const [low, high] = [predicted - margin, predicted + margin];
  const threshold = { support: Math.log(1 / falseSupport), refute: Math.log(2 / falseRefutation) };
  const trace = new EvidenceTrace(threshold);
  let due = 1;
  let [successes, failures] = [0, 0];
  // Log-evidence that the probability is above the lower edge of the zone and below its upper edge. Evidence that has reached its threshold is kept.
  let above = low < 0 ? Number.POSITIVE_INFINITY : 0;
  let below = high > 1 ? Number.POSITIVE_INFINITY : 0;
  let refuting = 0;
  let verdict: Verdict = 'undecided';
  for (let batch = 0; verdict === 'undecided' && successes + failures < maximumTrials; batch += 1) {
    const next = checked(name, sample(batch));
    if (next.successes + next.failures === 0) break;
    successes += next.successes;
    failures += next.failures;
    if (above < threshold.support) above = logEvidenceAbove(successes, failures, low, prior);
    if (below < threshold.support) below = logEvidenceBelow(successes, failures, high, prior);
    refuting = Math.max(
      logEvidenceAbove(successes, failures, predicted, prior),
      logEvidenceBelow(successes, failures, predicted, prior),
    );
    if (refuting >= threshold.refute) verdict = 'refuted';
    else if (Math.min(above, below) >= threshold.support) verdict = 'supported';
    if (successes + failures < due) continue;
    trace.enter(successes + failures, Math.min(above, below), refuting);
    due = nextEntry(successes + failures);
  }
  const trials = successes + failures;
  return {
    verdict,
    trials,
    comparison: {
      name,
      verdict,
      expected: predicted,
      estimate: trials === 0 ? null : successes / trials,
      interval: interval(successes, failures, DISPLAY_ERROR, prior),
      zone: [low, high],
      guarantee: 'non-asymptotic',
      trace: trace.until(trials, Math.min(above, below), refuting),
    },
  };
}

function checked(name: string, batch: Batch): Batch {
  for (const count of [batch.successes, batch.failures]) {
    if (!(Number.isInteger(count) && count >= 0))
      throw new RangeError(`'${name}': a count of ${count}, a whole number ≥ 0 is needed`);
  }
  return batch;
}
