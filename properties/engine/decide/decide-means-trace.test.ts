import { describe, expect, it } from 'vitest';
import { keyedStream } from '../../../sim/random/stream.ts';
import { type Comparison, equals, isAbove } from './comparison.ts';
import { decideMeans } from './decide-means.ts';
import { expectAgreement } from './testing/traces.ts';

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
