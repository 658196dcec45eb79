import { describe, expect, it } from 'vitest';
import { streamFamily } from '../../../../sim/random/stream.ts';
import { criticalCosines, rejecting } from '../testing/critical-cosines.ts';

describe('the effect sizes', () => {
  const runs = 400;
  const most = 100;
  const streams = streamFamily(1, 'stopping times', 0);
  /** Mean number of observations until the evidence is reached, at a true effect size. */
  function stoppingTime(size: number, critical: readonly number[]): number {
    let total = 0;
    for (let run = 0; run < runs; run += 1) {
      const stream = streams.at(run);
      const test = rejecting(critical)();
      for (let count = 0; count < most; count += 1) {
        test.observe(size + stream.normal());
        total += 1;
        if (test.wrong()) break;
      }
    }
    return total / runs;
  }

  it.each([50, 2e4])(
    'reach evidence %d nearly as soon as the best single one for effects of 1 to 6, which the mixture without its least does not',
    (evidence) => {
      const singles = [1, 2, 3, 4, 6].map((size) => criticalCosines(evidence, most, [size]));
      const delay = (critical: readonly number[], size: number) =>
        stoppingTime(size, critical) / Math.min(...singles.map((single) => stoppingTime(size, single)));
      const mixed = criticalCosines(evidence, most);
      // The ratios are at most 1.11 and 1.20 with 8000 runs. 400 paired runs give them to about 0.02.
      for (const size of [2, 3, 4, 5, 6]) expect(delay(mixed, size)).toBeLessThan(1.2);
      expect(delay(mixed, 1)).toBeLessThan(1.3);
      expect(delay(criticalCosines(evidence, most, [2, 4, 8]), 1)).toBeGreaterThan(2);
    },
  );
});
