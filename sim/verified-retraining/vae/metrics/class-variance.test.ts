import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { classVariance } from './class-variance.ts';

test('the variance within classes is the mean over the classes of the variances summed over the features', () => {
  // Class 1: variances 2 and 8. Class 7: 1 and 0; three images of it, which weigh no more than the two of class 1.
  const features = Float64Array.of(0, 0, 5, 5, 2, 4, 6, 5, 7, 5);
  expect(classVariance(features, Uint8Array.of(1, 7, 1, 7, 7), 2)).toBe((2 + 8 + 1 + 0) / 2);
});

const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 12 });

test('the variance within classes does not depend on where the classes lie, and scales with the square', () => {
  const labels = Uint8Array.of(0, 1, 2, 0, 1, 2);
  fc.assert(
    fc.property(numbers, numbers, (values, centres) => {
      const moved = Float64Array.from(values, (value, i) => 3 * value + centres[(i >> 1) % 3]!);
      const expected = 9 * classVariance(Float64Array.from(values), labels, 2);
      // Means of two are exact, so only the last divisions round.
      expect(classVariance(moved, labels, 2)).toBeCloseTo(expected, 8);
    }),
  );
});

test('a model that makes one image a class has no variance within classes', () => {
  const labels = Uint8Array.from({ length: 40 }, (_, i) => i % 10);
  expect(classVariance(Float32Array.from(labels), labels, 1)).toBe(0);
});

test('the variance within classes is not defined without images or for a class with one', () => {
  expect(() => classVariance(new Float64Array(0), new Uint8Array(0), 2)).toThrow(
    new RangeError('the variance within classes needs images, got none'),
  );
  expect(() => classVariance(Float64Array.of(1, 2, 3), Uint8Array.of(4, 4, 5), 1)).toThrow(
    new RangeError('class 5 has a single image, whose variance is undefined'),
  );
});
