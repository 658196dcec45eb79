import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shearImage } from '../views/shear.ts';
import { meanSlant, slant } from './slant.ts';

const image = (...rows: string[]) => Uint8Array.from(rows.join(''), (mark) => Number(mark !== '.'));
const vertical = image('.#.', '.#.', '.#.');
const leaningRight = image('..#', '.#.', '#..');
const blank = image('...', '...', '...');
const flat = image('...', '##.', '...');

describe('the slant of an image', () => {
  test('is 0 for upright ink, 1 for ink that leans right by a pixel a row, −1 for ink that leans left', () => {
    expect([vertical, leaningRight, image('#..', '.#.', '..#')].map((each) => slant(each, 3))).toEqual([0, 1, -1]);
  });

  test('grows by exactly the shear that moves a point y rows above the middle right by shear·y', () => {
    const side = 28;
    // Ink in the middle 14 columns: shears up to ½ move it by 7 columns at most, and none leaves the image.
    const pixels = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: side * 14, maxLength: side * 14 });
    const shears = fc.integer({ min: -50, max: 50 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(pixels, shears, (inked, shear) => {
        fc.pre(new Set(inked.flatMap((ink, i) => (ink > 0 ? [Math.floor(i / 14)] : []))).size > 1);
        const gray = new Uint8Array(side * side);
        for (let i = 0; i < inked.length; i++) gray[Math.floor(i / 14) * side + 7 + (i % 14)] = inked[i]!;
        const sheared = new Float64Array(side * side);
        shearImage(gray, 0, shear, sheared);
        // Two sums of 784 terms, whose ratio is some pixels at most, round in the twelfth digit.
        expect(slant(sheared, side)).toBeCloseTo(slant(gray, side) + shear, 9);
      }),
    );
  });

  test('does not depend on how dark the ink is', () => {
    const odd = image('.##', '##.', '#..');
    expect(
      slant(
        Float32Array.from(odd, (ink) => ink / 4),
        3,
      ),
    ).toBe(slant(odd, 3));
  });

  test('weights pixels by their ink', () => {
    // Upper row: x̄ = 1 + 1/2; lower row: x̄ = 1; equally dark rows one apart.
    expect(slant(Float32Array.of(0, 0.5, 0.5, 0, 1, 0, 0, 0, 0), 3)).toBe(0.5);
  });

  test('is the slope of the regression of x on y', () => {
    // Points (0, 2), (1, 1), (1, 0): covariance −1 and variance of y 2, both times three.
    expect(slant(image('#..', '.#.', '.#.'), 3)).toBeCloseTo(-1 / 2, 12);
  });

  test('is not a number on blank paper and for ink in one row, grey or black', () => {
    expect([blank, flat].map((each) => slant(each, 3))).toEqual([Number.NaN, Number.NaN]);
    const tenths = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(tenths, fc.integer({ min: 0, max: 6 }), (inks, row) => {
        const gray = new Float64Array(49);
        for (let column = 0; column < 7; column++) gray[row * 7 + column] = inks[column]! / 10;
        expect(slant(gray, 7)).toBeNaN();
      }),
    );
  });

  test('exists as soon as there is any ink in another row', () => {
    const faint = Float64Array.of(0, 0, 1e-20, 0, 1, 0, 0, 0, 0);
    expect(slant(faint, 3)).toBeCloseTo(1, 12);
  });
});

describe('the mean slant', () => {
  test('is the mean over the images that have a slant', () => {
    const images = Uint8Array.of(...leaningRight, ...blank, ...vertical, ...flat);
    expect(meanSlant(images, 4, 3)).toBe(0.5);
    expect(meanSlant(images, 2, 3)).toBe(1);
  });

  test('is not a number where no image has a slant', () => {
    expect(meanSlant(blank, 1, 3)).toBeNaN();
  });
});
