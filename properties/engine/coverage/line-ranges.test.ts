import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, rangesOf } from './line-ranges.ts';

test('consecutive lines make one range, in whatever order and however often they come', () => {
  expect(rangesOf([5, 3, 4, 4, 9])).toEqual([
    [3, 5],
    [9, 9],
  ]);
});

test('ranges hold the very lines they were made of, apart from one another', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 })), (lines) => {
      const ranges = rangesOf(lines);
      expect(linesOf(ranges)).toEqual(lines.toSorted((a, b) => a - b));
      expect(ranges.every(([from], index) => index === 0 || from > ranges[index - 1]![1] + 1)).toBe(true);
    }),
  );
});
