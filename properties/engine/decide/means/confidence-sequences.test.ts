import { describe, expect, it } from 'vitest';
import { streamFamily } from '../../../../sim/random/stream.ts';
import {
  ALPHA,
  boundedDistributions,
  everWrong,
  expectLevelBroken,
  expectLevelKept,
  type KnownDistribution,
  RUNS,
} from '../testing/conformance.ts';
import { AsymptoticMean } from './asymptotic.ts';
import { EmpiricalBernstein } from './empirical-bernstein.ts';
import { HedgedCapital } from './hedged-capital.ts';

const LOOKS = 300;

interface ConfidenceSequence {
  observe(observation: number): void;
  readonly interval: readonly [number, number];
}
const bounded: Readonly<Record<string, (alpha: number) => ConfidenceSequence>> = {
  'empirical Bernstein': (alpha) => new EmpiricalBernstein(alpha),
  'hedged capital': (alpha) => new HedgedCapital(alpha, 100),
};

const misses = (sequence: ConfidenceSequence, mean: number) => ({
  observe: (x: number) => sequence.observe(x),
  wrong: () => sequence.interval[0] > mean || sequence.interval[1] < mean,
});

describe.each(Object.entries(bounded))('%s', (_, start) => {
  it.each(boundedDistributions)('ever misses the mean at most as often as α on $name', (distribution) => {
    const wrong = everWrong(distribution, () => misses(start(ALPHA), distribution.mean), RUNS, LOOKS);
    expectLevelKept(wrong, RUNS, ALPHA);
  });

  it('narrows as observations come, to at most four z-intervals after 5000', () => {
    const [bernoulli] = boundedDistributions;
    const sequence = start(0.05);
    const stream = streamFamily(1, 'narrowing', 0).at(0);
    const widths = [50, 450, 4500].map((more) => {
      for (let n = 0; n < more; n += 1) sequence.observe(bernoulli!.draw(stream));
      return sequence.interval[1] - sequence.interval[0];
    });
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    // Twice 1.96 standard errors is the width of the fixed-sample interval that may be looked at once.
    expect(widths[2]).toBeLessThan(4 * 2 * 1.96 * Math.sqrt(0.24 / 5000));
  });
});

describe('empirical-Bernstein evidence', () => {
  it.each(boundedDistributions)(
    'ever reaches log(1/α) at most as often as α on $name at the boundary of the null',
    (distribution) => {
      const { mean } = distribution;
      for (const form of ['logEvidenceAbove', 'logEvidenceBelow'] as const) {
        const start = () => {
          const evidence = new EmpiricalBernstein(ALPHA);
          return {
            observe: (x: number) => evidence.observe(x),
            wrong: () => evidence[form](mean) >= Math.log(1 / ALPHA),
          };
        };
        expectLevelKept(everWrong(distribution, start, RUNS, LOOKS), RUNS, ALPHA);
      }
    },
  );

  it('is log(2/α) at an edge of the interval that moves, and no more at an edge that stays', () => {
    const alpha = 0.05;
    const threshold = Math.log(2 / alpha);
    const sequence = new EmpiricalBernstein(alpha);
    let [low, high] = sequence.interval;
    let moved = 0;
    for (let n = 0; n < 500; n += 1) {
      sequence.observe(n % 4 === 0 ? 1 : 0);
      const [lower, upper] = sequence.interval;
      const [above, below] = [sequence.logEvidenceAbove(lower), sequence.logEvidenceBelow(upper)];
      if (lower > low) expect(above).toBeCloseTo(threshold, 9);
      else expect(above).toBeLessThan(threshold + 1e-9);
      if (upper < high) expect(below).toBeCloseTo(threshold, 9);
      else expect(below).toBeLessThan(threshold + 1e-9);
      moved += Number(lower > low) + Number(upper < high);
      [low, high] = [lower, upper];
    }
    expect(moved).toBeGreaterThan(100);
  });
});

describe('asymptotic confidence sequence', () => {
  const alpha = 0.1;
  const runs = 600;
  const squaredNormal: KnownDistribution = { name: 'squared normal', mean: 1, draw: (stream) => stream.normal() ** 2 };
  const from = (first: number) => () => {
    const sequence = new AsymptoticMean();
    return {
      observe: (x: number) => sequence.observe(x),
      wrong: () => {
        if (sequence.count < first) return false;
        const [low, high] = sequence.interval(alpha, 500);
        return low > 1 || high < 1;
      },
    };
  };

  it('misses the mean of squared normals at most as often as α when first looked at after 500 observations', () => {
    expectLevelKept(everWrong(squaredNormal, from(500), runs, 3000), runs, alpha);
  });

  it('misses it more often when looked at from the second observation on: the guarantee is for a late first look', () => {
    expectLevelBroken(everWrong(squaredNormal, from(2), runs, 3000), runs, alpha);
  });

  it('has evidence of log(1/α) against exactly the edges of its interval', () => {
    const sequence = new AsymptoticMean();
    for (let n = 0; n < 1000; n += 1) sequence.observe((n * 7) % 11);
    for (const edge of sequence.interval(alpha, 500)) {
      expect(sequence.logEvidence(edge, alpha, 500)).toBeCloseTo(Math.log(1 / alpha), 9);
    }
  });

  it('says nothing before two observations', () => {
    const sequence = new AsymptoticMean();
    sequence.observe(3);
    expect(sequence.interval(alpha, 500)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect([sequence.logEvidence(0, alpha, 500), sequence.logEvidenceAt(0, 1)]).toEqual([0, 0]);
  });
});
