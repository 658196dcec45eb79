import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasMoved } from './moved.ts';

const interval = fc
  .tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: 1e-3, max: 1e3, noNaN: true }))
  .map(([low, width]) => [low, low + width] as const);

test('what moved among many is disjoint, and more of them need a longer way', () => {
  fc.assert(
    fc.property(interval, interval, fc.integer({ min: 40, max: 1e5 }), (old, now, quantities) => {
      const moved = hasMoved(old, now, quantities);
      expect(hasMoved(now, old, quantities)).toBe(moved);
      if (moved) {
        expect(old[1] < now[0] || now[1] < old[0]).toBe(true);
        expect(hasMoved(old, now, 40)).toBe(true);
      }
    }),
  );
});

test('the way is 1.66 times the combined half-widths for 40 quantities', () => {
  const way = Math.sqrt(Math.log(40 / 0.01) / Math.log(20)) * Math.hypot(3, 4);
  expect(way).toBeCloseTo(1.664 * 5, 2);
  expect(hasMoved([-3, 3], [way - 4 + 1e-9, way + 4 + 1e-9], 40)).toBe(true);
  expect(hasMoved([-3, 3], [way - 4 - 1e-9, way + 4 - 1e-9], 40)).toBe(false);
});

test('without a width, any way is too long, and none is not', () => {
  expect(hasMoved([0, 0], [1e-12, 1e-12], 1)).toBe(true);
  expect(hasMoved([0, 0], [0, 0], 1)).toBe(false);
});
