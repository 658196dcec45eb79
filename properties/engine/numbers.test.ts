import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { logUniform, logUniformWhole, orthonormalBasis, uniform, unitVector, within } from './numbers.ts';

const ends = fc.tuple(fc.double({ min: 0.001, max: 10, noNaN: true }), fc.double({ min: 1, max: 100, noNaN: true }));

test('numbers lie in their interval, and shrink to its lower end', () => {
  fc.assert(
    fc.property(ends, fc.integer(), ([low, factor], seed) => {
      const high = low * factor;
      for (const arbitrary of [uniform(low, high), logUniform(low, high)]) {
        const [value] = fc.sample(arbitrary, { numRuns: 1, seed });
        expect(within(value!, [low, high])).toBe(true);
        const { counterexample } = fc.check(
          fc.property(arbitrary, () => false),
          { seed },
        );
        expect(counterexample![0]).toBeCloseTo(low, 9);
      }
    }),
  );
});

const meanOf = (arbitrary: fc.Arbitrary<number>) =>
  fc.sample(arbitrary, { numRuns: 2000, seed: 1, unbiased: true }).reduce((sum, value) => sum + value, 0) / 2000;

test('uniform numbers have the mean of their interval, log-uniform ones that of its logarithm', () => {
  // Standard errors are 0.0065 and 0.015.
  expect(Math.abs(meanOf(uniform(0, 1)) - 0.5)).toBeLessThan(0.03);
  expect(Math.abs(meanOf(logUniform(0.1, 1).map(Math.log10)) + 0.5)).toBeLessThan(0.03);
});

test('log-uniform whole numbers are whole, and reach both ends', () => {
  const values = fc.sample(logUniformWhole(1, 20), { numRuns: 2000, seed: 1 });
  expect(values.every(Number.isInteger)).toBe(true);
  expect([Math.min(...values), Math.max(...values)]).toEqual([1, 20]);
});

test('a number next to an end by rounding lies within, one further off does not', () => {
  expect(within(1 + 1e-12, [0, 1])).toBe(true);
  expect(within(-1e-12, [0, 1])).toBe(true);
  expect(within(1.001, [0, 1])).toBe(false);
  expect(within(Number.NaN, [0, 1])).toBe(false);
});

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

test('unit vectors have length 1, and bases are orthonormal, in every dimension', () => {
  const dimension = fc.integer({ min: 1, max: 8 });
  fc.assert(
    fc.property(
      dimension.chain((p) => unitVector(p)),
      (vector) => {
        expect(dot(vector, vector)).toBeCloseTo(1, 12);
      },
    ),
  );
  fc.assert(
    fc.property(
      dimension.chain((p) => orthonormalBasis(p)),
      (basis) => {
        for (const [i, row] of basis.entries())
          for (const [j, other] of basis.entries()) expect(dot(row, other)).toBeCloseTo(i === j ? 1 : 0, 12);
      },
    ),
  );
});
