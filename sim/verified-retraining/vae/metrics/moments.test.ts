import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { moments } from './moments.ts';

const integer = fc.integer({ min: -1000, max: 1000 });

test('moments are the mean and the covariance with divisor n − 1, by their definition in whole numbers', () => {
  const rows = fc.array(fc.tuple(integer, integer, integer), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(rows, (points) => {
      const n = points.length;
      const { mean, covariance } = moments(Float64Array.from(points.flat()), n, 3);
      for (let j = 0; j < 3; j++) {
        const total = points.reduce((sum, point) => sum + point[j]!, 0);
        // Each of the n terms rounds once as it is divided and once as it is added.
        expect(Math.abs(mean[j]! - total / n)).toBeLessThanOrEqual(2 * n * Number.EPSILON * 1000);
        for (let k = 0; k < 3; k++) {
          const other = points.reduce((sum, point) => sum + point[k]!, 0);
          const product = points.reduce((sum, point) => sum + point[j]! * point[k]!, 0);
          const exact = (n * product - total * other) / (n * (n - 1));
          expect(Math.abs(covariance[j * 3 + k]! - exact)).toBeLessThanOrEqual(8 * n * Number.EPSILON * 2000 ** 2);
        }
      }
    }),
  );
});

test('moments of numbers far from zero lose no digit of the covariance', () => {
  const { covariance } = moments(Float64Array.of(1e9 + 1, 1e9 - 1, 1e9 + 1, 1e9 - 1), 4, 1);
  expect(covariance[0]).toBe(4 / 3);
});

test('moments are of the first count rows alone, of single precision too', () => {
  const { mean, covariance } = moments(Float32Array.of(0, 2, 4, 2, 99, 99), 2, 2);
  expect([...mean, ...covariance]).toEqual([2, 2, 8, 0, 0, 0]);
});

test('moments need two rows, all of them there', () => {
  expect(() => moments(Float64Array.of(1, 2), 1, 2)).toThrow(
    new RangeError('a covariance needs at least 2 rows of features, got 1'),
  );
  expect(() => moments(Float64Array.of(1, 2, 3), 2, 2)).toThrow(
    new RangeError('2 rows of 2 features are 4 values, got 3'),
  );
});
