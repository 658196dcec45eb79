import { describe, expect, it } from 'vitest';
import { type Stream, streamFamily } from '../../../sim/random/stream.ts';
import { type Comparison, equals } from './comparison.ts';
import { type DecisionOptions, decideMeans, type MeansDecision } from './decide-means.ts';
import { replicatesToSupport } from './replicates-to-support.ts';
import { ALPHA, expectLevelKept, RUNS } from './testing/conformance.ts';

/** An error so small that a decision of that kind never ends a run early and hides the other kind. */
const NEVER = 1e-300;

const bernoulli = (mean: number) => (stream: Stream) => (stream.uniform() < mean ? 1 : 0);
const squaredNormal = (mean: number) => (stream: Stream) => mean * stream.normal() ** 2;

/** Decisions of one comparison, one a run. */
function decisionsOf(
  comparison: Comparison,
  draw: (stream: Stream) => number,
  options: DecisionOptions,
  runs: number,
): MeansDecision[] {
  const streams = streamFamily(1, comparison.name, 0);
  return Array.from({ length: runs }, (_, run) => {
    const stream = streams.at(run);
    const sample = (_: number, out: Float64Array) => {
      out[0] = draw(stream);
    };
    return decideMeans([comparison], sample, options);
  });
}

/** How many of RUNS decisions of one comparison end in a verdict. */
function count(
  verdict: string,
  ...[comparison, draw, options]: [Comparison, (stream: Stream) => number, DecisionOptions]
) {
  return decisionsOf(comparison, draw, options, RUNS).filter((decision) => decision.verdict === verdict).length;
}

const kinds = [
  { name: 'a probability', predicted: 0.6, margin: 0.1, range: [0, 1] as const, of: bernoulli, sd: 0.5 },
  { name: 'a rare event', predicted: 0.03, margin: 0.02, range: [0, 1] as const, of: bernoulli, sd: 0.17 },
  { name: 'unbounded squared normals', predicted: 1, margin: 0.3, range: undefined, of: squaredNormal, sd: 1.42 },
];

describe.each(kinds)('of $name', ({ name, predicted, margin, range, of, sd }) => {
  const comparison = equals(name, predicted, margin, range);
  const maximumReplicates = 4 * replicatesToSupport(comparison, sd, ALPHA);
  // A bound that nothing comes near would hide a decision that never errs because it never decides.
  const least = (RUNS * ALPHA) / 20;

  it('a mean on either edge of the indifference zone is supported at most as often as falseSupport', () => {
    for (const mean of [predicted - margin, predicted + margin]) {
      const options = { falseSupport: ALPHA, falseRefutation: NEVER, maximumReplicates };
      const wrong = count('supported', comparison, of(mean), options);
      expectLevelKept(wrong, RUNS, ALPHA);
      expect(wrong).toBeGreaterThan(least);
    }
  });

  it('a mean as predicted is refuted at most as often as falseRefutation', () => {
    const options = { falseSupport: NEVER, falseRefutation: ALPHA, maximumReplicates };
    const wrong = count('refuted', comparison, of(predicted), options);
    expectLevelKept(wrong, RUNS, ALPHA);
    expect(wrong).toBeGreaterThan(least);
  });

  const strict = { falseSupport: 1e-6, falseRefutation: 1e-9 };
  const needed = replicatesToSupport(comparison, sd, strict.falseSupport);
  const ample = { ...strict, maximumReplicates: 6 * needed };

  it('a true prediction is seldom supported by half of the usual number of replicates, and always by six times this number', () => {
    const decisions = decisionsOf(comparison, of(predicted), ample, 100);
    expect(decisions.every(({ verdict }) => verdict === 'supported')).toBe(true);
    expect(decisions.filter(({ replicates }) => replicates <= needed / 2).length).toBeLessThan(25);
  });

  it('a prediction that is off by twice the margin is refuted at six times the usual number of replicates', () => {
    const decisions = decisionsOf(comparison, of(predicted + 2 * margin), ample, 100);
    expect(decisions.every(({ verdict }) => verdict === 'refuted')).toBe(true);
  });
});
