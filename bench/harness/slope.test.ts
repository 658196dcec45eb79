import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meanOf, powerOf, slopeOf } from './slope.ts';

describe('slopes', () => {
  test('a power is found whatever it is, without an error', () => {
    const powers = fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10);
    fc.assert(
      fc.property(powers, fc.integer({ min: 1, max: 1000 }), (power, factor) => {
        const x = [1, 2, 5, 20];
        const { slope, error } = powerOf(
          x,
          x.map((value) => factor * value ** power),
        );
        expect(slope).toBeCloseTo(power, 9);
        expect(error).toBeCloseTo(0, 9);
      }),
    );
  });

  test('the standard error is that of least squares', () => {
    // Residuals −⅙, ⅓, −⅙ of 1 degree of freedom, over a sum of squares of 2.
    const { slope, error } = slopeOf([0, 1, 2], [0, 1, 1]);
    expect(slope).toBeCloseTo(0.5, 12);
    expect(error).toBeCloseTo(Math.sqrt(1 / 6 / 2), 12);
  });

  test('two points leave no error, and one no line', () => {
    expect(slopeOf([0, 1], [0, 2])).toEqual({ slope: 2, error: null });
    expect(() => slopeOf([1], [1])).toThrow('no line through 1 x and 1 y');
  });

  test('a mean comes with its standard error', () => {
    expect(meanOf([1, 2, 3])).toEqual({ slope: 2, error: Math.sqrt(1 / 3) });
    expect(meanOf([1])).toEqual({ slope: 1, error: null });
  });
});
