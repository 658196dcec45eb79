import erfc from '@stdlib/math-base-special-erfc';
import erfcx from '@stdlib/math-base-special-erfcx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyedStream } from '../../random/stream.ts';
import {
  bandBetween,
  cdfBand,
  DEVIATIONS,
  distanceBetween,
  distanceToCdf,
} from '../../random/testing/goodness-of-fit.ts';
import { collecting, withinRange } from './collect.ts';
import { type Collect, emptyCollected } from './collected.ts';
import { collectFromTail, envelopeMass } from './tail.ts';

const sample = (
  collector: Collect,
  window: readonly [number, number, number, number],
  count: number,
  claim = 'tail',
) => {
  const collected = { ...emptyCollected(), labels: new Float64Array(count) };
  collector(keyedStream(1, claim, 0, 0), ...window, count, collected);
  return { labels: collected.labels, mean: collected.mean, proposals: collected.proposals };
};

/** Acceptance of a window by erfc: mean, sd, center, half width. */
const acceptance = ([mean, sd, center, halfWidth]: readonly [number, number, number, number]) => {
  const toCenter = Math.abs(center - mean);
  const beyond = (edge: number) => 0.5 * erfc(edge / sd / Math.SQRT2);
  return beyond(toCenter - halfWidth) - beyond(toCenter + halfWidth);
};

describe('the tail sampler', () => {
  // Wide and one-sided, about the mean, narrow beside it, far out on either side, shifted and scaled.
  test.each<[number, number, number, number]>([
    [0, 1, 2, 1.5],
    [0, 1, 0.2, 1],
    [0, 1, 0.1, 1e-3],
    [0, 1, 3, 0.2],
    [0, 1, -3.5, 0.8],
    [5, 3, 12, 1],
  ])('has the law of rejection (mean %d, sd %d, center %d ± %d)', (...window) => {
    const count = 4000;
    const rejected = sample(collecting(withinRange), window, count, 'rejection');
    const drawn = sample(collectFromTail, window, count);
    expect(distanceBetween(rejected.labels, drawn.labels)).toBeLessThan(bandBetween(count, count));
    // Proposals a label are geometric, then divided by the mass of the envelope: variance (1−e)/e²/mass² with e·mass = acceptance.
    const rate = acceptance(window);
    const envelope = rate / envelopeMass(...window);
    const deviation = (proposals: number) => Math.abs(proposals / count - 1 / rate) * rate * Math.sqrt(count);
    expect(deviation(rejected.proposals)).toBeLessThan(DEVIATIONS * Math.sqrt(1 - rate));
    expect(envelope).toBeLessThanOrEqual(1);
    expect(deviation(drawn.proposals)).toBeLessThan(DEVIATIONS * Math.sqrt(1 - envelope));
  });

  test.each([4, 12, 40])('has the law of the normal beyond %d standard deviations', (edge) => {
    const halfWidth = 50;
    const count = 20_000;
    const { labels, proposals } = sample(collectFromTail, [0, 1, edge + halfWidth, halfWidth], count);
    const scaled = erfcx(edge / Math.SQRT2);
    // 1 − Q(y)/Q(edge), with Q by erfcx so that neither underflows.
    const cdf = (y: number) => 1 - (erfcx(y / Math.SQRT2) / scaled) * Math.exp(-0.5 * (y - edge) * (y + edge));
    expect(distanceToCdf(labels, cdf)).toBeLessThan(cdfBand(count));
    if (edge < 30) {
      const expected = count / (0.5 * erfc(edge / Math.SQRT2));
      // The envelope accepts 1 − O(1/edge²) of its proposals, more than half; so the sd of the ratio is below √(2/count).
      expect(Math.abs(proposals / expected - 1)).toBeLessThan(DEVIATIONS * Math.sqrt(2 / count));
    }
  });

  test('is uniform on a window of half width 1e-6, and never leaves it', () => {
    const count = 20_000;
    for (const center of [0, 0.7, -2]) {
      const { labels, mean } = sample(collectFromTail, [0, 1, center, 1e-6], count);
      expect(labels.every((label) => Math.abs(label - center) <= 1e-6)).toBe(true);
      expect(Math.abs(mean - center)).toBeLessThan(DEVIATIONS * (1e-6 / Math.sqrt(3 * count)));
      // The density varies by a factor of at most exp(2·2e-6) over the window: the cdf is uniform to 4e-6, far below the band.
      expect(distanceToCdf(labels, (y) => (y - center + 1e-6) / 2e-6)).toBeLessThan(cdfBand(count) + 4e-6);
    }
  });
});

describe('the mass of the envelope', () => {
  const window = fc.record({
    mean: fc.integer({ min: -100, max: 100 }).map((i) => i / 10),
    sd: fc.integer({ min: -20, max: 20 }).map((i) => 2 ** (i / 5)),
    center: fc.integer({ min: -100, max: 100 }).map((i) => i / 10),
    halfWidth: fc.integer({ min: -40, max: 20 }).map((i) => 2 ** (i / 5)),
  });

  test('bounds the acceptance from above, and is positive', () => {
    fc.assert(
      fc.property(window, ({ mean, sd, center, halfWidth }) => {
        const bound = envelopeMass(mean, sd, center, halfWidth);
        // erfc and the difference of two of them are good to some 1e-15 of one.
        expect(acceptance([mean, sd, center, halfWidth])).toBeLessThanOrEqual(bound + 1e-15);
        expect(bound).toBeGreaterThanOrEqual(0);
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});
