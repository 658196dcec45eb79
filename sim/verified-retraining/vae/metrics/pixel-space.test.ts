import { describe, expect, test } from 'vitest';
import { keyedStream } from '../../../random/stream.ts';
import { frechetDistance } from './frechet-distance.ts';
import { moments } from './moments.ts';
import { pixelSpace } from './pixel-space.ts';
import { exampleDigits, noisyTemplates } from './testing/digits.ts';

const SIDE = 7;
const SIZE = SIDE ** 2;
/** Pixels that may have ink: as many as the space has dimensions, so that it loses nothing of an image. */
const INKED = 32;

/** Noisy templates whose pixels beyond the first 32 are blank. */
function few(count: number, seed: number) {
  const digits = noisyTemplates(SIDE, count, seed);
  return exampleDigits(
    SIDE,
    digits.pixels.map((ink, i) => (i % SIZE < INKED ? ink : 0)),
    digits.labels,
  );
}

const training = few(1000, 1);
const heldOut = few(2000, 2);
const space = pixelSpace(training);
const reference = space.reference(heldOut);
/**
 * Largest effect of rounding on a distance: twice the root of an eigenvalue with an error of 32 ε times the squared trace of a covariance, for
 * each of 32 eigenvalues. The trace is at most ¼ a pixel.
 */
const ROUNDING = 2 * 32 * Math.sqrt(32 * Number.EPSILON) * (INKED / 4);

describe('the distance in the pixel space', () => {
  test('is that of the pixels themselves where the components leave nothing out', () => {
    const pixels = ({ pixels, count }: { pixels: Uint8Array; count: number }) =>
      moments(Float64Array.from(pixels), count, SIZE);
    const found = space.distance(space.project(training.pixels, 500), reference);
    const expected = frechetDistance(pixels({ pixels: training.pixels, count: 500 }), pixels(heldOut));
    expect(expected).toBeGreaterThan(10 * ROUNDING);
    expect(Math.abs(found - expected)).toBeLessThan(ROUNDING);
  });

  test('is the squared length of what is added to every image', () => {
    const darker = Float32Array.from(heldOut.pixels, (ink, i) => ink + (i % SIZE === 3 ? 0.5 : 0));
    const found = space.distance(space.project(darker, heldOut.count), reference);
    expect(Math.abs(found - 0.25)).toBeLessThan(ROUNDING);
  });

  test('is the same for pixels of bytes and of numbers', () => {
    expect(space.project(Float32Array.from(heldOut.pixels), 10)).toEqual(space.project(heldOut.pixels, 10));
  });

  test('needs as many images as the count says', () => {
    expect(() => space.project(heldOut.pixels.subarray(1), heldOut.count)).toThrow(
      new RangeError(`2000 images of 49 pixels are 98000 values, got 97999`),
    );
  });
});

describe('the floor of real digits', () => {
  test('is the distance of as many real digits of each class, however many of each there are', () => {
    // Ten images, one a class, of which class 0 occurs ten times as often as the others.
    const each = few(10, 3);
    const common = Array.from({ length: 10 * 20 }, (_, i) => (i < 100 ? 0 : i % 10));
    const real = exampleDigits(
      SIDE,
      common.flatMap((i) => [...each.pixels.subarray(i * SIZE, (i + 1) * SIZE)]),
      common,
    );
    const balanced = Array.from({ length: 5 }, () => [...each.pixels]).flat();
    const exact = space.reference(exampleDigits(SIDE, balanced));
    expect(space.realFloor(real, 50, exact, keyedStream(1, 'floor', 0, 0))).toBeLessThan(ROUNDING);
    expect(space.distance(space.project(real.pixels, real.count), exact)).toBeGreaterThan(100 * ROUNDING);
  });

  test('falls as the sample grows, and is above zero', () => {
    const floor = (count: number) => space.realFloor(training, count, reference, keyedStream(1, 'floor', count, 0));
    expect(floor(100)).toBeGreaterThan(2 * floor(800));
    expect(floor(800)).toBeGreaterThan(10 * ROUNDING);
  });

  test('needs all ten classes, and a multiple of ten', () => {
    const stream = keyedStream(1, 'floor', 0, 0);
    expect(() => space.realFloor(training, 55, reference, stream)).toThrow(
      new RangeError('the size of a balanced sample must be a multiple of 10, not 55'),
    );
    const one = exampleDigits(SIDE, training.pixels);
    expect(() => space.realFloor(one, 50, reference, stream)).toThrow(
      new RangeError('a balanced sample needs all 10 classes; those that occur give 5 of 50 images'),
    );
  });
});
