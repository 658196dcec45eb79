import { describe, expect, it } from 'vitest';
import { type Stream, streamFamily } from '../../../sim/random/stream.ts';
import { atLeast, atMost, type Comparison, equals, isAbove } from './comparison.ts';
import { type DecisionOptions, decideMeans } from './decide-means.ts';
import { replicatesToSupport } from './replicates-to-support.ts';
import { atLeastByChance, CONFORMANCE_ERROR } from './testing/conformance.ts';

const RUNS = 1000;
const ALPHA = 0.05;
/** An error so small that a decision of that kind never ends a run early and hides the other kind. */
const NEVER = 1e-300;

const bernoulli = (mean: number) => (stream: Stream) => (stream.uniform() < mean ? 1 : 0);
const squaredNormal = (mean: number) => (stream: Stream) => mean * stream.normal() ** 2;

/** How many of RUNS decisions of one comparison end in a verdict. */
function count(
  verdict: string,
  comparison: Comparison,
  draw: (stream: Stream) => number,
  options: DecisionOptions,
  runs = RUNS,
): number {
  const streams = streamFamily(1, comparison.name, 0);
  let found = 0;
  for (let run = 0; run < runs; run += 1) {
    const stream = streams.at(run);
    const decision = decideMeans(
      [comparison],
      (_, out) => {
        out[0] = draw(stream);
      },
      options,
    );
    if (decision.verdict === verdict) found += 1;
  }
  return found;
}

const kinds = [
  { name: 'a probability', predicted: 0.6, margin: 0.1, range: [0, 1] as const, of: bernoulli, sd: 0.5 },
  { name: 'a rare event', predicted: 0.03, margin: 0.02, range: [0, 1] as const, of: bernoulli, sd: 0.17 },
  { name: 'unbounded squared normals', predicted: 1, margin: 0.3, range: undefined, of: squaredNormal, sd: 1.42 },
];

describe.each(kinds)('of $name', ({ name, predicted, margin, range, of, sd }) => {
  const comparison = equals(name, predicted, margin, range);
  const usual = replicatesToSupport(comparison, sd, ALPHA);

  it('a mean on either edge of the indifference zone is supported at most as often as falseSupport', () => {
    for (const mean of [predicted - margin, predicted + margin]) {
      const options = { falseSupport: ALPHA, falseRefutation: NEVER, maximumReplicates: 4 * usual };
      const wrong = count('supported', comparison, of(mean), options);
      expect(atLeastByChance(wrong, RUNS, ALPHA)).toBeGreaterThan(CONFORMANCE_ERROR);
      // A bound that nothing comes near would hide a decision that never supports.
      expect(wrong).toBeGreaterThan(0);
    }
  });

  it('a mean as predicted is refuted at most as often as falseRefutation', () => {
    const options = { falseSupport: NEVER, falseRefutation: ALPHA, maximumReplicates: 4 * usual };
    const wrong = count('refuted', comparison, of(predicted), options);
    expect(atLeastByChance(wrong, RUNS, ALPHA)).toBeGreaterThan(CONFORMANCE_ERROR);
    expect(wrong).toBeGreaterThan(0);
  });

  it('support of a true prediction rises with the replicates allowed, and is certain at six times the usual number', () => {
    const [runs, falseSupport] = [100, 1e-6];
    const needed = replicatesToSupport(comparison, sd, falseSupport);
    const found = [0.5, 1, 2, 6].map((factor) =>
      count(
        'supported',
        comparison,
        of(predicted),
        { falseSupport, falseRefutation: 1e-9, maximumReplicates: Math.ceil(factor * needed) },
        runs,
      ),
    );
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(found[0]).toBeLessThan(runs / 4);
    expect(found[3]).toBe(runs);
  });

  it('a prediction that is off by twice the margin is refuted at six times the usual number of replicates', () => {
    const [runs, falseSupport] = [100, 1e-6];
    const options = {
      falseSupport,
      falseRefutation: 1e-9,
      maximumReplicates: 6 * replicatesToSupport(comparison, sd, falseSupport),
    };
    const off = predicted + 2 * margin;
    expect(count('refuted', comparison, of(off), options, runs)).toBe(runs);
  });
});

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

  it('supports when every comparison is, and each stops being looked at when it is', () => {
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
