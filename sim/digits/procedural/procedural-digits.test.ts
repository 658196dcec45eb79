import { describe, expect, test } from 'vitest';
import { meanInk } from '../measures/ink.ts';
import { meanSlant } from '../measures/slant.ts';
import { HAND } from './hand.ts';
import { type ProceduralOptions, proceduralDigits } from './procedural-digits.ts';

const sides = [14, 28] as const;
const COUNT = 500;

/** Much faster than toEqual, which describes every difference. */
const isSame = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

describe.each(sides)('procedural digits of side %d', (side) => {
  const draw = (options: Partial<ProceduralOptions> = {}) => proceduralDigits({ count: COUNT, side, ...options });
  const digits = draw();
  const slantOf = ({ pixels, count }: typeof digits) => meanSlant(pixels, count, side);
  const inkOf = ({ pixels }: typeof digits) => meanInk(pixels, digits.count, side ** 2);

  test('are black and white, none blank, and no two alike', () => {
    expect(new Set(digits.pixels)).toEqual(new Set([0, 1]));
    const size = side ** 2;
    const images = Array.from({ length: digits.count }, (_, i) => digits.pixels.subarray(i * size, (i + 1) * size));
    for (const image of images) expect(image.includes(1)).toBe(true);
    // At 14×14 a few digits with upright strokes may be equal.
    expect(new Set(images.map(String)).size).toBeGreaterThan(0.98 * digits.count);
  });

  test('are the same each time they are drawn, and differ for another seed or part', () => {
    const again = draw();
    expect(isSame(again.pixels, digits.pixels)).toBe(true);
    expect(again.digest).toBe(digits.digest);
    expect(isSame(draw({ seed: 1 }).pixels, digits.pixels)).toBe(false);
    expect(isSame(draw({ part: 'test' }).pixels, digits.pixels)).toBe(false);
    expect(draw({ seed: 1 }).digest).not.toBe(digits.digest);
  });

  test('are the first digits of a larger count', () => {
    const few = draw({ count: 123 });
    expect(isSame(few.pixels, digits.pixels.subarray(0, 123 * side ** 2))).toBe(true);
    expect(isSame(few.labels, digits.labels.subarray(0, 123))).toBe(true);
  });

  test('have the ten classes in turn, or the given ones', () => {
    expect(digits.labels).toEqual(Uint8Array.from({ length: COUNT }, (_, i) => i % 10));
    const some = draw({ count: 7, classes: [7, 1, 4] });
    expect([...some.labels]).toEqual([7, 1, 4, 7, 1, 4, 7]);
    const sevens = draw({ classes: [7] });
    const size = side ** 2;
    expect(sevens.pixels.subarray(7 * size, 8 * size)).toEqual(digits.pixels.subarray(7 * size, 8 * size));
  });

  test.each([-0.35, 0.2, 0.35])('lean by %d more when sheared by as much', (shear) => {
    const share = (slantOf(draw({ shear })) - slantOf(digits)) / shear;
    // The pen stays round, so its share of the digit's height does not lean.
    expect(share).toBeGreaterThan(1 - (2 * HAND.pen.median) / HAND.box.edge);
    expect(share).toBeLessThan(1);
  });

  test('have ink in proportion to the width of the pen, with more for round ends, and less for overlaps', () => {
    const thickness = 1.5;
    const ones = draw({ classes: [1] });
    const growth = inkOf(draw({ classes: [1], thickness })) / inkOf(ones);
    // A stroke of length L covers 2rL + πr². Its ends are this share of the area, and grow by the square.
    const ends = (Math.PI * HAND.pen.median) / (2 * HAND.box.edge + Math.PI * HAND.pen.median);
    expect(growth).toBeGreaterThan(thickness);
    expect(growth).toBeLessThan(thickness * (1 - ends) + thickness ** 2 * ends);
    expect(inkOf(draw({ thickness })) / inkOf(digits)).toBeLessThan(growth);
  });
});

test.each([
  [{ count: 0 }, 'count = 0: a whole number from 1'],
  [{ count: 1.5 }, 'count = 1.5'],
  [{ shear: Number.NaN }, 'shear = NaN: a finite number'],
  [{ thickness: 0 }, 'thickness = 0: a factor in (0, 28)'],
  [{ classes: [] }, 'classes = []: one or more of 0 … 9'],
  [{ classes: [3, 10] }, 'classes = [3,10]: one or more of 0 … 9'],
  [{ seed: 0.5 }, 'seed = 0.5'],
])('the options %j are refused with a message of one line', (options, message) => {
  expect(() => proceduralDigits({ count: 1, side: 14, ...options })).toThrow(message);
});
