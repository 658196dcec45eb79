import type { ComparisonOutcome, Outcome } from '../claim.ts';

/** A computed number held against the theory: supported when |estimate − expected| ≤ tolerance, else (or when NaN) refuted. */
export function exactly(name: string, expected: number, estimate: number, tolerance: number): ComparisonOutcome {
  return { ...holds(name, estimate, [expected - tolerance, expected + tolerance]), expected: finite(expected) };
}

/** A computed number held against an inequality: supported when low ≤ estimate ≤ high, else (or when NaN) refuted. Either may be infinite. */
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

/** One outcome of comparisons decided apart, computed or simulated: refuted when any is, else undecided when any is. */
export function outcomeOf(comparisons: readonly ComparisonOutcome[], replicates: number): Outcome {
  const verdicts = comparisons.map(({ verdict }) => verdict);
  const verdict = verdicts.includes('refuted') ? 'refuted' : verdicts.includes('undecided') ? 'undecided' : 'supported';
  return { verdict, replicates, comparisons };
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);
