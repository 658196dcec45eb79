import type { ComparisonOutcome, Outcome } from '../claim.ts';
import { finite } from './comparison-outcome.ts';

/** Holds a computed number against its predicted value: supported when |estimate − expected| ≤ tolerance, else (or when NaN) refuted. */
export function exactly(name: string, expected: number, estimate: number, tolerance: number): ComparisonOutcome {
  return { ...holds(name, estimate, [expected - tolerance, expected + tolerance]), expected: finite(expected) };
}

/** Holds a computed number against an inequality: supported when low ≤ estimate ≤ high, else (or when NaN) refuted. Both bounds may be infinite. */
export function holds(name: string, estimate: number, [low, high]: readonly [number, number]): ComparisonOutcome {
  return {
    name,
    verdict: low <= estimate && estimate <= high ? 'supported' : 'refuted',
    expected: null,
    estimate: finite(estimate),
    interval: null,
    zone: [finite(low), finite(high)],
    guarantee: 'exact',
  };
}

/** Joins comparisons that were decided separately into one outcome: refuted when any of them is, else undecided when any is, else supported. */
export function outcomeOf(comparisons: readonly ComparisonOutcome[], replicates: number): Outcome {
  const verdicts = comparisons.map(({ verdict }) => verdict);
  const verdict = verdicts.includes('refuted') ? 'refuted' : verdicts.includes('undecided') ? 'undecided' : 'supported';
  return { verdict, replicates, comparisons };
}
