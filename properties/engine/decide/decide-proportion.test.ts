import { describe, expect, it } from 'vitest';
import { streamFamily } from '../../../sim/random/stream.ts';
import { decideProportion, type ProportionOptions } from './decide-proportion.ts';
import { logEvidenceAbove, logEvidenceBelow, priorAround } from './proportions/beta-binomial.ts';
import { ALPHA, expectLevelKept, RUNS } from './testing/conformance.ts';

const strict = { falseSupport: 1e-6, falseRefutation: 1e-6, maximumTrials: 50_000 };

/** Decides Bernoulli(p) against a prediction of 0.6 ± 0.1, with batches of a given size, on run number `run`. */
function decide(p: number, size: number, run: number, options: ProportionOptions = strict) {
  const stream = streamFamily(1, 'proportion', 0).at(run);
  return decideProportion(
    { name: 'acceptance', predicted: 0.6, margin: 0.1 },
    () => {
      let successes = 0;
      for (let i = 0; i < size; i += 1) if (stream.uniform() < p) successes += 1;
      return { successes, failures: size - successes };
    },
    options,
  );
}

describe('a proportion', () => {
  it.each([
    [1, 3],
    [7, 10],
    [500, 10],
  ])('as predicted is supported, off by twice the margin refuted, in batches of %i', (size, runs) => {
    for (let run = 0; run < runs; run += 1) {
      expect(decide(0.6, size, run).verdict).toBe('supported');
      expect(decide(0.8, size, run).verdict).toBe('refuted');
      expect(decide(0.4, size, run).verdict).toBe('refuted');
    }
  });

  it.each([
    {
      p: 0.6,
      verdict: 'refuted',
      name: 'as predicted',
      chosen: { ...strict, falseSupport: 1e-300, falseRefutation: ALPHA },
    },
    {
      p: 0.5,
      verdict: 'supported',
      name: 'on the edge of the zone',
      chosen: { ...strict, falseSupport: ALPHA, falseRefutation: 1e-300 },
    },
  ])('$name is $verdict at most as often as stated', ({ p, verdict, chosen }) => {
    let wrong = 0;
    for (let run = 0; run < RUNS; run += 1)
      if (decide(p, 10, run, { ...chosen, maximumTrials: 300 }).verdict === verdict) wrong += 1;
    expectLevelKept(wrong, RUNS, ALPHA);
    // A bound that nothing comes near would hide a decision that never errs because it never decides.
    expect(wrong).toBeGreaterThan((RUNS * ALPHA) / 10);
  });

  it('turns exactly where the beta-binomial evidence reaches the stated errors', () => {
    const prior = priorAround(0.6, 0.1);
    const verdictOf = (
      [successes, failures]: readonly [number, number],
      errors: Pick<ProportionOptions, 'falseSupport' | 'falseRefutation'>,
    ) => {
      const comparison = { name: 'p', predicted: 0.6, margin: 0.1 };
      return decideProportion(comparison, () => ({ successes, failures }), {
        ...errors,
        maximumTrials: successes + failures,
      }).verdict;
    };
    const inside = [180, 120] as const;
    const support = Math.min(logEvidenceAbove(...inside, 0.5, prior), logEvidenceBelow(...inside, 0.7, prior));
    const outside = [210, 90] as const;
    // Two sides may refute: each at half of the error.
    const refute = logEvidenceAbove(...outside, 0.6, prior) - Math.log(2);
    for (const [shift, supported, refuted] of [
      [0.01, 'supported', 'refuted'],
      [-0.01, 'undecided', 'undecided'],
    ] as const) {
      expect(verdictOf(inside, { falseSupport: Math.exp(shift - support), falseRefutation: 1e-300 })).toBe(supported);
      expect(verdictOf(outside, { falseSupport: 1e-300, falseRefutation: Math.exp(shift - refute) })).toBe(refuted);
    }
  });

  it('has an outcome that depends on the counts alone', () => {
    const inBatchesOf = (size: number) => decide(0.6, size, 3, { ...strict, falseSupport: 1e-300, maximumTrials: 700 });
    const [single, whole] = [inBatchesOf(1), inBatchesOf(700)];
    // The trace has an entry wherever a batch ended at or past one that was due; the last is that of all the counts.
    const ends = [single, whole].map(({ comparison: { trace } }) => [
      trace!.replicates.at(-1),
      trace!.support.at(-1),
      trace!.refute.at(-1),
    ]);
    expect(ends[0]).toEqual(ends[1]);
    const { trace, ...comparison } = single.comparison;
    expect({ ...whole, comparison: { ...comparison, trace: whole.comparison.trace } }).toEqual(whole);
    expect(trace!.replicates.length).toBeGreaterThan(whole.comparison.trace!.replicates.length);
    expect([single.verdict, single.trials]).toEqual([whole.verdict, whole.trials]);
  });

  it('is undecided when the stream ends', () => {
    const ended = decideProportion(
      { name: 'p', predicted: 0.6, margin: 0.1 },
      () => ({ successes: 0, failures: 0 }),
      strict,
    );
    expect(ended).toMatchObject({ verdict: 'undecided', trials: 0, comparison: { estimate: null } });
  });

  it('refuses a prediction or an error outside (0, 1), no margin, and counts that are no whole numbers', () => {
    const none = () => ({ successes: -1, failures: 0 });
    expect(() => decideProportion({ name: 'p', predicted: 1, margin: 0.1 }, none, strict)).toThrow('predicted = 1');
    expect(() => decideProportion({ name: 'p', predicted: 0.5, margin: 0 }, none, strict)).toThrow('margin = 0');
    expect(() => decideProportion({ name: 'p', predicted: 0.5, margin: 0.1 }, none, strict)).toThrow('a count of -1');
    const certain = { ...strict, falseSupport: 1 };
    expect(() => decideProportion({ name: 'p', predicted: 0.5, margin: 0.1 }, none, certain)).toThrow(
      'falseSupport = 1',
    );
  });
});
