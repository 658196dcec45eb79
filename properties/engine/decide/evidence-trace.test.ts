import { describe, expect, it } from 'vitest';
import { keyedStream } from '../../../sim/random/stream.ts';
import type { ComparisonOutcome } from '../claim.ts';
import { type Comparison, equals, isAbove } from './comparison.ts';
import { decideEffects } from './decide-effects.ts';
import { decideMeans } from './decide-means.ts';
import { decideProportion } from './decide-proportion.ts';
import type { Effect } from './effects/effect.ts';
import { SafeTTest } from './effects/safe-t-test.ts';
import { nextEntry } from './evidence-trace.ts';
import { logEvidenceAbove, logEvidenceBelow, priorAround } from './proportions/beta-binomial.ts';
import { fixed } from './testing/effects.ts';

const errors = { falseSupport: 1e-6, falseRefutation: 1e-4 };

/** Squared normals in [0, 40] or unbounded, the same for every call. */
const decide = (comparisons: readonly Comparison[], maximumReplicates = 1e5) => {
  const stream = keyedStream(1, 'evidence-trace', 0, 0);
  return decideMeans(
    comparisons,
    (_, out) => {
      for (let column = 0; column < out.length; column += 1) out[column] = Math.min(stream.normal() ** 2, 40);
    },
    { ...errors, maximumReplicates },
  );
};

/** A trace agrees with its decision when the tests have reached their thresholds if and only if the verdict says so. */
function expectAgreement({ verdict, trace }: ComparisonOutcome): void {
  const { replicates, support, refute, threshold } = trace!;
  expect([support.length, refute.length]).toEqual([replicates.length, replicates.length]);
  const reached = (evidence: readonly number[], level: number) => evidence.map((value) => value >= level);
  const before = replicates.slice(1).map(() => false);
  expect(reached(support, threshold.support)).toEqual([...before, verdict === 'supported']);
  expect(reached(refute, threshold.refute)).toEqual([...before, verdict === 'refuted']);
  expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
}

it('entries are due at 1, 2, 3, 4, 6, 8, 11, …, ten a decade', () => {
  const due = [1];
  while (due.at(-1)! < 1e6) due.push(nextEntry(due.at(-1)!));
  expect(due.slice(0, 10)).toEqual([1, 2, 3, 4, 6, 8, 11, 14, 18, 23]);
  expect(due.filter((count) => count >= 1e3 && count < 1e5)).toHaveLength(20);
});

describe('of means, the trace', () => {
  it.each<[string, Comparison]>([
    ['bounded and supported', equals('x²', 1, 0.2, [0, 40])],
    ['bounded and refuted', equals('x²', 1.4, 0.2, [0, 40])],
    ['bounded on one side', isAbove('x²', 0.5, 0.5, 0.1, [0, 40])],
    ['unbounded and supported', equals('x²', 1, 0.2)],
    ['unbounded and refuted', equals('x²', 0.7, 0.2)],
  ])('%s holds, entry by entry, the evidence that a decision stopped there ends with', (_, comparison) => {
    const { replicates, comparisons } = decide([comparison]);
    const trace = comparisons[0]!.trace;
    expect(trace.replicates.length).toBeGreaterThan(15);
    expect(trace.replicates.at(-1)).toBe(replicates);
    trace.replicates.forEach((count, index) => {
      const stopped = decide([comparison], count).comparisons[0]!;
      expect(stopped.logEvidence).toEqual({ support: trace.support[index], refute: trace.refute[index] });
    });
    const sides = comparison.below && comparison.above ? 2 : 1;
    expect(trace.threshold).toEqual({ support: Math.log(1e6), refute: Math.log(1 / (1e-4 / sides)) });
    expectAgreement(comparisons[0]!);
  });

  it('ends where its comparison is decided, whenever the others are', () => {
    const { comparisons } = decide([equals('wide', 1, 0.5, [0, 40]), equals('narrow', 1, 0.1, [0, 40])]);
    for (const each of comparisons) {
      expect(each.trace.replicates.at(-1)).toBe(each.replicates);
      expectAgreement(each);
    }
    expect(comparisons[0]!.replicates).toBeLessThan(comparisons[1]!.replicates / 2);
  });

  it('of an undecided comparison never reaches a threshold', () => {
    const [open] = decide([equals('x²', 1, 1e-3, [0, 40])], 500).comparisons;
    expect(open!.verdict).toBe('undecided');
    expectAgreement(open!);
  });

  it.each<[string, Comparison]>([
    ['an observation outside the range', equals('x²', 1, 0.2, [0, 1.5])],
    ['a prediction outside the range', equals('x²', 41, 0.2, [0, 40])],
  ])('ends at the threshold of refutation when %s refutes', (_, comparison) => {
    const [refuted] = decide([comparison]).comparisons;
    expect(refuted!.trace.refute.at(-1)).toBe(refuted!.trace.threshold.refute);
    expectAgreement(refuted!);
  });

  it('is at the threshold of support from the start where the range alone proves it', () => {
    const [certain] = decide([isAbove('x²', -1, 2, 0.1, [0, 40])]).comparisons;
    expect(certain!.verdict).toBe('supported');
    expect(certain!.trace.support).toEqual([certain!.trace.threshold.support]);
  });
});

it('of effects, the trace is the evidence of the weakest supporting and the strongest refuting t-test, and a decided side keeps its evidence', async () => {
  const effect: Effect = { name: 'none', direction: 'negligible', smallest: 1 };
  const values = [0.5, 0.75, 0.35, 0.6, -1, -2.2, -2.5];
  const options = { falseSupport: 0.02, falseRefutation: 1e-4, leastReplicates: 3, maximumReplicates: values.length };
  const { comparisons, replicates } = await decideEffects([effect], fixed(values), options);
  const { verdict, trace } = comparisons.at(-1)!;
  expect([verdict, replicates]).toEqual(['undecided', 7]);
  expect(trace!.replicates).toEqual([1, 2, 3, 4, 6, 7]);
  expect(trace!.threshold).toEqual({ support: Math.log(50), refute: Math.log(2e4) });

  const now = { above: { support: 0, refute: 0 }, below: { support: 0, refute: 0 } };
  const test = new SafeTTest();
  const decided = { above: 0, below: 0 };
  values.forEach((value, index) => {
    test.observe(value);
    const [count, place] = [index + 1, trace!.replicates.indexOf(index + 1)];
    if (!decided.above) now.above = { support: test.logEvidenceAbove(-1), refute: test.logEvidenceBelow(-0.5) };
    if (!decided.below) now.below = { support: test.logEvidenceBelow(1), refute: test.logEvidenceAbove(0.5) };
    for (const side of ['above', 'below'] as const) {
      if (count >= 3 && now[side].support >= trace!.threshold.support) decided[side] ||= count;
    }
    if (place < 0) return;
    expect(trace!.support[place]).toBe(Math.min(now.above.support, now.below.support));
    expect(trace!.refute[place]).toBe(Math.max(now.above.refute, now.below.refute));
  });
  // The first three observations prove one side. With the later ones it would not be proven: a side that did not keep its evidence would fail here.
  expect(decided).toEqual({ above: 3, below: 0 });
  expect(test.logEvidenceAbove(-1)).toBeLessThan(trace!.support.at(-1)!);
});

it('of a supported effect, the trace ends above the threshold of support', async () => {
  const effect: Effect = { name: 'rise', direction: 'positive', smallest: 1 };
  const { comparisons } = await decideEffects([effect], fixed([1.4, 1.6, 1.5, 1.45, 1.55, 1.52, 1.48]), {
    ...errors,
    falseSupport: 1e-4,
    leastReplicates: 3,
    maximumReplicates: 7,
  });
  expect(comparisons.at(-1)!.verdict).toBe('supported');
  expectAgreement(comparisons.at(-1)!);
});

describe('of a proportion, the trace', () => {
  const batches = (rate: number) => (batch: number) => {
    const stream = keyedStream(2, 'evidence-trace', 0, batch);
    const successes = Array.from({ length: 40 }, () => stream.uniform() < rate).filter(Boolean).length;
    return { successes, failures: 40 - successes };
  };
  const comparison = { name: 'share', predicted: 0.6, margin: 0.1 };

  it.each([
    ['supported', 0.6],
    ['refuted', 0.8],
  ])('of a %s one is the evidence after some of the batches and the last', (verdict, rate) => {
    const decided = decideProportion(comparison, batches(rate), { ...errors, maximumTrials: 1e5 });
    const { trace } = decided.comparison;
    expect(decided.verdict).toBe(verdict);
    expect(trace!.replicates.at(-1)).toBe(decided.trials);
    expect(trace!.threshold).toEqual({ support: Math.log(1e6), refute: Math.log(2e4) });
    const prior = priorAround(0.6, 0.1);
    let successes = 0;
    for (let trials = 40; trials <= decided.trials; trials += 40) {
      successes += batches(rate)(trials / 40 - 1).successes;
      const index = trace!.replicates.indexOf(trials);
      if (index < 0) continue;
      const failures = trials - successes;
      const [above, below] = [logEvidenceAbove, logEvidenceBelow].map((evidence) =>
        evidence(successes, failures, 0.6, prior),
      );
      expect(trace!.refute[index]).toBe(Math.max(above!, below!));
    }
    expectAgreement(decided.comparison);
  });

  it('starts at the threshold on a side where the zone exceeds all probabilities', () => {
    const near = { name: 'share', predicted: 0.05, margin: 0.06 };
    const { comparison: decided } = decideProportion(near, batches(0.05), { ...errors, maximumTrials: 1e5 });
    expect(decided.verdict).toBe('supported');
    expectAgreement(decided);
  });
});
