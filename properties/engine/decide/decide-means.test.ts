import { describe, expect, it } from 'vitest';
import { type Stream, streamFamily } from '../../../sim/random/stream.ts';
import { atLeast, atMost, equals, isAbove } from './comparison.ts';
import { decideMeans } from './decide-means.ts';

const bernoulli = (mean: number) => (stream: Stream) => (stream.uniform() < mean ? 1 : 0);
const squaredNormal = (mean: number) => (stream: Stream) => mean * stream.normal() ** 2;

describe('with several comparisons', () => {
  const options = { falseSupport: 1e-6, falseRefutation: 1e-6, maximumReplicates: 20_000 };
  const comparisons = [
    equals('acceptance', 0.6, 0.06, [0, 1]),
    atMost('at most', 0.5, 0.1, 0.4, [0, 1]),
    atLeast('at least', 0.5, 0.1, 0.6, [0, 1]),
    isAbove('above', 0, 0.1, 0.5, [-1, 1]),
    equals('unbounded', 1, 0.1),
  ];
  const means = [0.6, 0.4, 0.6, 0.1, 1];
  const decide = (truth: readonly number[], chosen = options) => {
    const stream = streamFamily(2, 'several', 0).at(0);
    return decideMeans(
      comparisons,
      (_, out) => {
        for (let i = 0; i < 3; i += 1) out[i] = bernoulli(truth[i]!)(stream);
        out[3] = truth[3]! + (stream.uniform() - 0.5);
        out[4] = squaredNormal(truth[4]!)(stream);
      },
      chosen,
    );
  };

  it('supports when every comparison is supported, and a supported comparison takes no further observations', () => {
    const decision = decide(means);
    expect(decision.verdict).toBe('supported');
    expect(decision.comparisons.map(({ verdict }) => verdict)).toEqual(means.map(() => 'supported'));
    expect(Math.max(...decision.comparisons.map(({ replicates }) => replicates))).toBe(decision.replicates);
    expect(decision.comparisons[3]!.replicates).toBeLessThan(decision.replicates / 4);
    expect(decision.comparisons.map(({ guarantee }) => guarantee)).toEqual([
      ...Array(4).fill('non-asymptotic'),
      'asymptotic',
    ]);
  });

  it('every displayed interval contains its mean and its estimate', () => {
    decide(means).comparisons.forEach(({ interval, estimate }, i) => {
      expect(interval![0]).toBeLessThan(means[i]!);
      expect(interval![1]).toBeGreaterThan(means[i]!);
      expect(interval![0]).toBeLessThan(estimate!);
      expect(interval![1]).toBeGreaterThan(estimate!);
    });
  });

  it.each([0, 1, 2, 3, 4])('is refuted by comparison %i alone', (wrong) => {
    const off = [0.8, 0.7, 0.3, -0.1, 1.5];
    const decision = decide(means.map((mean, i) => (i === wrong ? off[i]! : mean)));
    expect(decision.verdict).toBe('refuted');
    expect(decision.comparisons.map(({ verdict }) => verdict === 'refuted')).toEqual(means.map((_, i) => i === wrong));
  });

  it('is undecided at the cap', () => {
    const decision = decide(means, { ...options, maximumReplicates: 10 });
    expect(decision).toMatchObject({ verdict: 'undecided', replicates: 10 });
  });

  it('is plain data: JSON gives back the same decision, also before the first evidence', () => {
    for (const maximumReplicates of [0, 1, 10, 20_000]) {
      const decision = decide(means, { ...options, maximumReplicates });
      expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
    }
  });
});

it('the displayed interval lies within what the tests have proven', () => {
  const decided = (mean: number) => {
    const observed = (replicate: number, out: Float64Array) => out.fill(replicate % 2 === 0 ? 0 : 2 * mean);
    const { comparisons } = decideMeans([isAbove('x', 0.05, 0.1, 0.5, [0, 100])], observed, {
      falseSupport: 1e-6,
      falseRefutation: 1e-6,
      maximumReplicates: 1e6,
    });
    return comparisons[0]!;
  };
  const [supported, refuted] = [decided(0.15), decided(0.02)];
  expect([supported.verdict, refuted.verdict]).toEqual(['supported', 'refuted']);
  expect(supported.interval![0]).toBeGreaterThanOrEqual(0.05);
  expect(refuted.interval![1]).toBeLessThanOrEqual(0.1);
});
