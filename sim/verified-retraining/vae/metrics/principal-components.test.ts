import { describe, expect, test } from 'vitest';
import { moments } from './moments.ts';
import { principalComponents, project } from './principal-components.ts';
import { exampleDigits, noisyTemplates } from './testing/digits.ts';

const SIDE = 6;
const SIZE = SIDE ** 2;
const digits = noisyTemplates(SIDE, 500, 1);

/** Sums of some hundred terms of order 1 have rounding errors of hundreds of ε. The eigen-decomposition may have a hundred times as much. */
const DECIMALS = 11;

describe('principal components', () => {
  const space = principalComponents(digits, 8);

  test('are orthogonal and of length 1', () => {
    for (let a = 0; a < 8; a++) {
      for (let b = 0; b < 8; b++) {
        let dot = 0;
        for (let k = 0; k < SIZE; k++) dot += space.components[k * 8 + a]! * space.components[k * 8 + b]!;
        expect(dot).toBeCloseTo(Number(a === b), DECIMALS);
      }
    }
  });

  test('give coordinates that are centred and uncorrelated, with the stated variances, largest first', () => {
    const { mean, covariance } = moments(project(space, digits.pixels, digits.count), digits.count, 8);
    for (let a = 0; a < 8; a++) {
      expect(mean[a]).toBeCloseTo(0, DECIMALS);
      for (let b = 0; b < 8; b++) {
        expect(covariance[a * 8 + b]).toBeCloseTo(a === b ? space.variances[a]! : 0, DECIMALS);
      }
    }
    expect([...space.variances]).toEqual([...space.variances].sort((a, b) => b - a));
  });

  test.each([1, 3, 5, 7])('give the same coordinates when only the first %d of them are kept', (kept) => {
    const all = project(space, digits.pixels, digits.count);
    const few = project(principalComponents(digits, kept), digits.pixels, digits.count);
    expect([...few]).toEqual([...all].filter((_, place) => place % 8 < kept));
  });

  test('are those of the pixels’ covariance: all of them together have its trace, and the mean is the mean image', () => {
    const whole = principalComponents(digits, SIZE);
    const pixels = moments(Float64Array.from(digits.pixels), digits.count, SIZE);
    const trace = Array.from({ length: SIZE }, (_, k) => pixels.covariance[k * SIZE + k]!);
    const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
    expect(sum(whole.variances)).toBeCloseTo(sum(trace), DECIMALS);
    for (let k = 0; k < SIZE; k++) expect(whole.mean[k]).toBeCloseTo(pixels.mean[k]!, DECIMALS);
    expect([...whole.variances.subarray(0, 8)].map((value, j) => value - space.variances[j]!)).toEqual(
      Array(8).fill(0),
    );
  });

  test('find the blocks of pixels that are inked together', () => {
    // A block of three, and one of two, each inked or not, in all four combinations.
    const images = [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ].flatMap(([a, b]) => [a!, a!, a!, b!, b!, 0, 0, 0, 1]);
    const found = principalComponents(exampleDigits(3, images), 2);
    expect(found.variances[0]).toBeCloseTo((3 * 1) / 3, DECIMALS);
    expect(found.variances[1]).toBeCloseTo((2 * 1) / 3, DECIMALS);
    const directions = Array.from(found.components, Math.abs);
    for (let k = 0; k < 9; k++) {
      expect(directions[2 * k]).toBeCloseTo(k < 3 ? 1 / Math.sqrt(3) : 0, DECIMALS);
      expect(directions[2 * k + 1]).toBeCloseTo(k === 3 || k === 4 ? 1 / Math.SQRT2 : 0, DECIMALS);
    }
  });

  test('give grey images coordinates between those of black-and-white ones', () => {
    const [first, second] = [digits.pixels.subarray(0, SIZE), digits.pixels.subarray(SIZE, 2 * SIZE)];
    const grey = Float32Array.from(first, (ink, k) => ink / 4 + (3 * second[k]!) / 4);
    const [a, b] = [project(space, first, 1), project(space, second, 1)];
    project(space, grey, 1).forEach((value, j) => {
      expect(value).toBeCloseTo(a[j]! / 4 + (3 * b[j]!) / 4, DECIMALS);
    });
  });

  test('need two images, and no more components than pixels', () => {
    expect(() => principalComponents(exampleDigits(1, [1]), 1)).toThrow(
      new RangeError('principal components need at least 2 images, got 1'),
    );
    expect(() => principalComponents(digits, SIZE + 1)).toThrow(
      new RangeError('between 1 and 36 components can be kept of 36 pixels, not 37'),
    );
    expect(() => principalComponents(digits, 0)).toThrow(RangeError);
  });
});
