import { describe, expect, it } from 'vitest';
import { type Comparison, equals } from '../comparison.ts';
import { decideMeans } from '../decide-means.ts';

describe('refuses', () => {
  const options = { falseSupport: 1e-6, falseRefutation: 1e-6, maximumReplicates: 10 };
  const fed = (comparison: Comparison, value: number) => () =>
    decideMeans(
      [comparison],
      (_, out) => {
        out[0] = value;
      },
      options,
    );

  it('an observation that is not finite', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(fed(equals('p', 0.6, 0.1, [0, 1]), value)).toThrow(`observation ${value}`);
      expect(fed(equals('x', 0.6, 0.1), value)).toThrow(`observation ${value}`);
    }
  });

  it('nothing to compare, and error probabilities outside (0, 1)', () => {
    expect(() => decideMeans([], () => {}, options)).toThrow('no comparison');
    const sample = () => {};
    expect(() => decideMeans([equals('p', 0.6, 0.1)], sample, { ...options, falseSupport: 0 })).toThrow(
      'falseSupport = 0',
    );
  });
});

it.each([
  ['an observation', 1.5, 0.6],
  ['a prediction', 0.6, 1.5],
])('%s outside the stated range refutes the comparison at once', (_, observation, predicted) => {
  const decision = decideMeans(
    [equals('p', predicted, 0.1, [0, 1])],
    (_replicate, out) => {
      out.fill(observation);
    },
    { falseSupport: 1e-6, falseRefutation: 1e-6, maximumReplicates: 10 },
  );
  expect(decision).toMatchObject({ verdict: 'refuted', replicates: 1, comparisons: [{ verdict: 'refuted' }] });
});

it('the edge of a range counts as proof: a support edge outside the range needs no further observations', () => {
  const decision = decideMeans(
    [equals('p', 0.02, 0.05, [0, 1])],
    (n, out) => {
      out[0] = n % 50 === 0 ? 1 : 0;
    },
    {
      falseSupport: 1e-6,
      falseRefutation: 1e-6,
      maximumReplicates: 5000,
    },
  );
  expect(decision.verdict).toBe('supported');
});
