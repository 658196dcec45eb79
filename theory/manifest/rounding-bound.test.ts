import { expect, test } from 'vitest';
import { compileFormulas } from './formula.ts';
import { glossary, statements } from './testing/areas.ts';
import { roundingBound } from './testing/rounding-bound.ts';

const { formulaOf } = compileFormulas({ statements, glossary });
const ROUNDOFF = Number.EPSILON / 2;
const boundOf = (id: string, values: Record<string, number | number[]>) =>
  roundingBound(formulaOf(id), glossary, values);

test('every operation adds one roundoff of its result', () => {
  expect(boundOf('area', { a: 3, b: 4 })).toEqual([12 * ROUNDOFF]);
  expect(boundOf('at', { a: 3, b: 4, c: 5 })).toEqual([15 * ROUNDOFF]);
  // Two products of 4 and 18, and the sums 4 and 22.
  expect(boundOf('total', { n: 2, a: [1, 3], b: [4, 6] })).toEqual([(4 + 18 + 4 + 22) * ROUNDOFF]);
});

test('a defined function passes the error of its argument on', () => {
  // 9 and 16 by pow, 4 roundoffs each; their sum; the root halves what is relative; + 1.
  const [, diagonal] = boundOf('vector', { a: 3, b: 4 });
  expect(diagonal! / ROUNDOFF).toBeCloseTo((4 * 25 + 25) / (2 * 5) + 5 + 6, 12);
});

test('a missing value is refused by name', () => {
  expect(() => boundOf('area', { a: 3 })).toThrow(new RangeError('no number for the symbol "b"'));
});
