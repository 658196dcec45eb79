import type { ComparisonOutcome, Verdict } from '../claim.ts';
import { interval, logEvidenceAbove, logEvidenceBelow, priorAround } from './beta-binomial.ts';

/** A success probability held against the theory: supported within ±margin, refuted where it differs from predicted. */
export interface ProportionComparison {
  readonly name: string;
  /** The probability under the theory, in (0, 1). */
  readonly predicted: number;
  readonly margin: number;
}

/** What one batch of a yes/no stream showed; both zero ends the stream. */
export interface Batch {
  readonly successes: number;
  readonly failures: number;
}

/** Error probabilities and cost; as for decideMeans, in trials. */
export interface ProportionOptions {
  readonly falseSupport: number;
  readonly falseRefutation: number;
  readonly maximumTrials: number;
}

/** What a yes/no stream decided. */
export interface ProportionDecision {
  readonly verdict: Verdict;
  readonly trials: number;
  readonly comparison: ComparisonOutcome;
}

/** Error probability of the displayed interval. */
const DISPLAY_ERROR = 0.05;

/**
 * Decides a probability from batches of a yes/no stream by one-sided beta-binomial mixtures, whose prior spreads over alternatives one
 * margin from the prediction. Looks after every batch, of any size; non-asymptotic.
 * @param sample gives batch number 0, 1, …
 * @throws RangeError for a prediction outside (0, 1), a margin ≤ 0 and counts that are no whole numbers ≥ 0.
 */
export function decideProportion(
  { name, predicted, margin }: ProportionComparison,
  sample: (batch: number) => Batch,
  { falseSupport, falseRefutation, maximumTrials }: ProportionOptions,
): ProportionDecision {
  if (!(predicted > 0 && predicted < 1))
    throw new RangeError(`'${name}': predicted = ${predicted}, in (0, 1) is needed`);
  if (!(margin > 0)) throw new RangeError(`'${name}': margin = ${margin}, above 0 is needed`);
  const prior = priorAround(predicted, margin);
  const [low, high] = [predicted - margin, predicted + margin];
  const enoughToSupport = Math.log(1 / falseSupport);
  // Either side may refute: each has half of the error.
  const enoughToRefute = Math.log(2 / falseRefutation);
  let [successes, failures] = [0, 0];
  let above = low < 0;
  let below = high > 1;
  let verdict: Verdict = 'undecided';
  for (let batch = 0; verdict === 'undecided' && successes + failures < maximumTrials; batch += 1) {
    const next = checked(name, sample(batch));
    if (next.successes + next.failures === 0) break;
    successes += next.successes;
    failures += next.failures;
    above ||= logEvidenceAbove(successes, failures, low, prior) >= enoughToSupport;
    below ||= logEvidenceBelow(successes, failures, high, prior) >= enoughToSupport;
    const refuted =
      logEvidenceAbove(successes, failures, predicted, prior) >= enoughToRefute ||
      logEvidenceBelow(successes, failures, predicted, prior) >= enoughToRefute;
    if (refuted) verdict = 'refuted';
    else if (above && below) verdict = 'supported';
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
