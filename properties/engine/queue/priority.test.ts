import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rank } from '../kinds/kind-of-work.ts';
import { priorityOf } from './priority.ts';

/** BullMQ's least and greatest priority that is one. */
const [LEAST, GREATEST] = [1, 2 ** 21];

const rank = (replicates: number, rounds: number) =>
  fc.oneof(
    fc.tuple(fc.constant(0), fc.nat(replicates), fc.integer({ min: -rounds, max: 0 })),
    fc.tuple(fc.constant(1), fc.nat(replicates)),
    fc.tuple(fc.constant(2), fc.nat(replicates), fc.nat(8)),
  );

function compared(a: Rank, b: Rank): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : a[place]! - (b[place] ?? 0);
}

test('priorities are in the order of ranks, as far as any run has them', () => {
  fc.assert(
    fc.property(rank(4095, 64), rank(4095, 64), (a, b) => {
      expect(Math.sign(priorityOf(a) - priorityOf(b))).toBe(Math.sign(compared(a, b)));
    }),
  );
});

test('priorities are such as BullMQ takes, whatever the rank', () => {
  fc.assert(
    fc.property(rank(2 ** 30, 2 ** 30), (a) => {
      expect(priorityOf(a)).toBeGreaterThanOrEqual(LEAST);
      expect(priorityOf(a)).toBeLessThanOrEqual(GREATEST);
    }),
  );
});
