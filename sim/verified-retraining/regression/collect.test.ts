import { describe, expect, test } from 'vitest';
import { keyedStream } from '../../random/stream.ts';
import { collect, collecting, keepAll, withinRange } from './collect.ts';
import { type Collect, emptyCollected } from './collected.ts';
import { addRejections, RareAcceptanceError, REJECTION_LIMIT } from './rejection-limit.ts';

/** Windows of high, medium and low acceptance: mean, sd, center, half width, labels wanted. */
type Case = readonly [mean: number, sd: number, center: number, halfWidth: number, count: number];
const windows: [...Case][] = [
  [0.3, 1, 0, 2.5, 1000],
  [0.1, 0.7, -0.2, 0.6, 257],
  [1, 2, 3, 0.1, 64],
  [-1, 1, 1, 0.9, 1],
];

const account = (collector: Collect, [mean, sd, center, halfWidth, count]: Case, labels?: Float64Array) => {
  const stream = keyedStream(1, 'collect', 0, 0);
  const collected = { ...emptyCollected(), labels };
  collector(stream, mean, sd, center, halfWidth, count, collected);
  return { ...collected, next: stream.normal() };
};

describe('the collector of the one-bit rule', () => {
  test.each(windows)(
    'keeps the same labels as the rule that decides on one at a time (mean %d, sd %d, center %d ± %d)',
    (...window) => {
      const fast = account(collect, window);
      const plain = account(collecting(withinRange), window);
      expect(fast.accepted).toBe(window[4]);
      expect(fast.proposals).toBe(plain.proposals);
      expect(fast.next).toBe(plain.next);
      // Two ways to round a sum of `count` deviations, each at most the half width.
      expect(Math.abs(fast.mean - plain.mean)).toBeLessThanOrEqual(window[4] * window[3] * Number.EPSILON);
    },
  );

  test.each(windows)('stores the labels whose mean it returns (mean %d, sd %d, center %d ± %d)', (...window) => {
    const labels = new Float64Array(window[4]);
    const stored = account(collect, window, labels);
    const [, , center, halfWidth, count] = window;
    expect(labels.every((label) => withinRange(label, center, halfWidth))).toBe(true);
    const mean = labels.reduce((sum, label) => sum + label, 0) / count;
    expect(Math.abs(stored.mean - mean)).toBeLessThanOrEqual(count * (Math.abs(center) + halfWidth) * Number.EPSILON);
    expect(stored.next).toBe(account(collect, window).next);
  });

  test('ends where acceptance is too rare for a loop of draws', () => {
    const collected = account(collect, [0, 1, 20, 0.5, 64]);
    expect(Math.abs(collected.mean - 19.5)).toBeLessThan(0.5);
    // Twice P(Z > 19.5) would already allow for 1e83 proposals.
    expect(collected.proposals).toBeGreaterThan(1e83);
  });
});

describe('without a verifier', () => {
  test('the first labels are kept without exception', () => {
    const [mean, sd, , , count] = windows[0]!;
    const labels = new Float64Array(count);
    const kept = account(keepAll, windows[0]!, labels);
    const stream = keyedStream(1, 'collect', 0, 0);
    expect(labels).toEqual(Float64Array.from({ length: count }, () => mean + sd * stream.normal()));
    expect(kept.next).toBe(stream.normal());
    expect([kept.accepted, kept.proposals]).toEqual([count, count]);
    expect(account(keepAll, windows[0]!)).toMatchObject({ accepted: count, proposals: count, next: kept.next });
  });
});

describe('a rule that accepts almost nothing', () => {
  test('is given up when the rejections in a row reach the limit', () => {
    expect(addRejections(REJECTION_LIMIT - 2)).toBe(REJECTION_LIMIT - 1);
    expect(() => addRejections(REJECTION_LIMIT - 1)).toThrow(RareAcceptanceError);
  });
});
