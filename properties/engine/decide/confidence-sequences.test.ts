import { describe, expect, it } from 'vitest';
import { streamFamily } from '../../../sim/random/stream.ts';
import { AsymptoticMean } from './asymptotic.ts';
import { EmpiricalBernstein } from './empirical-bernstein.ts';
import { HedgedCapital } from './hedged-capital.ts';
import { atLeastByChance, CONFORMANCE_ERROR, everWrong, type Population, populations } from './testing/conformance.ts';

const ALPHA = 0.05;
const RUNS = 1000;
const LOOKS = 300;

interface ConfidenceSequence {
  observe(observation: number): void;
  readonly interval: readonly [number, number];
}
const bounded: Readonly<Record<string, () => ConfidenceSequence>> = {
  'empirical Bernstein': () => new EmpiricalBernstein(ALPHA),
  'hedged capital': () => new HedgedCapital(ALPHA, 100),
};

const misses = (sequence: ConfidenceSequence, mean: number) => ({
  observe: (x: number) => sequence.observe(x),
  wrong: () => sequence.interval[0] > mean || sequence.interval[1] < mean,
});

describe.each(Object.entries(bounded))('%s', (_, start) => {
  it.each(populations)('ever misses the mean at most as often as α on $name', (population) => {
    const wrong = everWrong(population, () => misses(start(), population.mean), RUNS, LOOKS);
    expect(atLeastByChance(wrong, RUNS, ALPHA)).toBeGreaterThan(CONFORMANCE_ERROR);
  });

  it('narrows as observations come, to at most four z-intervals after 5000', () => {
    const [population] = populations;
    const sequence = start();
    const stream = streamFamily(1, 'narrowing', 0).at(0);
    const widths = [50, 450, 4500].map((more) => {
      for (let n = 0; n < more; n += 1) sequence.observe(population!.draw(stream));
      return sequence.interval[1] - sequence.interval[0];
    });
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
    // Twice 1.96 standard errors, the fixed-sample interval that may be looked at once.
    expect(widths[2]).toBeLessThan(4 * 2 * 1.96 * Math.sqrt(0.24 / 5000));
  });
});

describe('empirical-Bernstein evidence', () => {
  it.each(populations)(
    'ever reaches log(1/α) at most as often as α on $name at the boundary of the null',
    (population) => {
      const { mean } = population;
      for (const form of ['logEvidenceAbove', 'logEvidenceBelow'] as const) {
        const start = () => {
          const evidence = new EmpiricalBernstein(ALPHA);
          return {
            observe: (x: number) => evidence.observe(x),
            wrong: () => evidence[form](mean) >= Math.log(1 / ALPHA),
          };
        };
        const wrong = everWrong(population, start, RUNS, LOOKS);
        expect(atLeastByChance(wrong, RUNS, ALPHA)).toBeGreaterThan(CONFORMANCE_ERROR);
      }
    },
  );

  it('reaches log(2/α) against exactly the means outside the first interval that excludes them', () => {
    const sequence = new EmpiricalBernstein(ALPHA);
    for (let n = 0; n < 500; n += 1) {
      sequence.observe(n % 4 === 0 ? 1 : 0);
      const [low, high] = sequence.interval;
      expect(sequence.logEvidenceAbove(low + 1e-9)).toBeLessThan(Math.log(2 / ALPHA));
      expect(sequence.logEvidenceBelow(high - 1e-9)).toBeLessThan(Math.log(2 / ALPHA));
    }
    expect(sequence.logEvidenceAbove(sequence.interval[0] - 0.02)).toBeGreaterThan(Math.log(2 / ALPHA) - 1);
  });
});

describe('asymptotic confidence sequence', () => {
  const squaredNormal: Population = { name: 'squared normal', mean: 1, draw: (stream) => stream.normal() ** 2 };
  const from = (first: number) => () => {
    const sequence = new AsymptoticMean();
    return {
      observe: (x: number) => sequence.observe(x),
      wrong: () => {
        if (sequence.count < first) return false;
        const [low, high] = sequence.interval(ALPHA, 500);
        return low > 1 || high < 1;
      },
    };
  };

  it('misses the mean of squared normals at most as often as α when first looked at after 500 observations', () => {
    const wrong = everWrong(squaredNormal, from(500), RUNS, 3000);
    expect(atLeastByChance(wrong, RUNS, ALPHA)).toBeGreaterThan(CONFORMANCE_ERROR);
  });

  it('misses it more often when looked at from the second observation on: the guarantee is for a late first look', () => {
    const wrong = everWrong(squaredNormal, from(2), RUNS, 3000);
    expect(atLeastByChance(wrong, RUNS, ALPHA)).toBeLessThan(CONFORMANCE_ERROR);
  });

  it('has evidence of log(1/α) against exactly the edges of its interval', () => {
    const sequence = new AsymptoticMean();
    for (let n = 0; n < 1000; n += 1) sequence.observe((n * 7) % 11);
    for (const edge of sequence.interval(ALPHA, 500)) {
      expect(sequence.logEvidence(edge, ALPHA, 500)).toBeCloseTo(Math.log(1 / ALPHA), 9);
    }
  });

  it('says nothing before two observations', () => {
    const sequence = new AsymptoticMean();
    sequence.observe(3);
    expect(sequence.interval(ALPHA, 500)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect([sequence.logEvidence(0, ALPHA, 500), sequence.logEvidenceAt(0, 1)]).toEqual([0, 0]);
  });
});
