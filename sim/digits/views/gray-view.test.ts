import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewOfGray } from './gray-view.ts';
import { shearImage } from './shear.ts';
import { completeView } from './view.ts';

const SIZE = 28 * 28;

/** One gray image with these levels in places [row, column]. */
function grayImage(...levels: readonly (readonly [row: number, column: number, level: number])[]): Uint8Array {
  const image = new Uint8Array(SIZE);
  for (const [row, column, level] of levels) image[row * 28 + column] = level;
  return image;
}

test('a gray level is ink when above ½', () => {
  const intensities = grayImage([0, 0, 127], [0, 1, 128], [27, 27, 255]);
  const { pixels } = viewOfGray({ count: 1, intensities, labels: Uint8Array.of(3) }, completeView({ side: 28 }));
  expect(Array.from(pixels.entries()).filter(([, ink]) => ink === 1)).toEqual([
    [1, 1],
    [SIZE - 1, 1],
  ]);
});

test('a pooled pixel is ink when the mean of its four is above ½, not when it equals ½', () => {
  // Levels whose sums are often 4·127.5, so that the boundary occurs in most images.
  const images = fc.array(fc.constantFrom(0, 127, 128, 255), { minLength: SIZE, maxLength: SIZE });
  fc.assert(
    fc.property(images, (gray) => {
      const { pixels } = viewOfGray(
        { count: 1, intensities: Uint8Array.from(gray), labels: Uint8Array.of(3) },
        completeView({ side: 14 }),
      );
      const expected = Array.from({ length: 196 }, (_, i) => {
        const row = 2 * Math.floor(i / 14);
        const column = 2 * (i % 14);
        const four = [0, 1].flatMap((down) => [0, 1].map((right) => gray[(row + down) * 28 + column + right]!));
        return four.reduce<number>((sum, level) => sum + level, 0) / 4 > 127.5 ? 1 : 0;
      });
      expect(Array.from(pixels)).toEqual(expected);
    }),
    { numRuns: 20 },
  );
});

test('a shear moves a point y rows above the middle right by shear·y, and keeps its ink', () => {
  const place = fc.record({
    row: fc.nat(27),
    column: fc.integer({ min: 14, max: 14 }),
    level: fc.integer({ min: 1, max: 255 }),
    // So far that nothing reaches the border, 13 columns away.
    shear: fc.integer({ min: -90, max: 90 }).map((n) => n / 100),
  });
  fc.assert(
    fc.property(place, ({ row, column, level, shear }) => {
      const sheared = new Float64Array(SIZE).fill(Number.NaN);
      shearImage(grayImage([row, column, level]), 0, shear, sheared);
      const line = sheared.subarray(row * 28, (row + 1) * 28);
      const ink = line.reduce((sum, gray) => sum + gray, 0);
      const middle = line.reduce((sum, gray, at) => sum + at * gray, 0) / ink;
      expect(sheared.reduce((sum, gray) => sum + gray, 0)).toBeCloseTo(level, 9);
      expect(ink).toBeCloseTo(level, 9);
      expect(middle).toBeCloseTo(column + shear * (13.5 - row), 9);
      expect(line.filter((gray) => gray > 0).length).toBeLessThanOrEqual(2);
    }),
  );
});

test('a sheared image is the original read between its pixels, with paper beyond', () => {
  const images = fc.tuple(fc.uint8Array({ minLength: SIZE, maxLength: SIZE }), fc.integer({ min: -100, max: 100 }));
  fc.assert(
    fc.property(images, ([gray, percent]) => {
      const shear = percent / 100;
      const sheared = new Float64Array(SIZE);
      shearImage(gray, 0, shear, sheared);
      const read = (row: number, column: number): number => (column < 0 || column > 27 ? 0 : gray[row * 28 + column]!);
      const expected = Float64Array.from({ length: SIZE }, (_, i) => {
        const row = Math.floor(i / 28);
        const from = (i % 28) - shear * (13.5 - row);
        const below = Math.floor(from);
        return read(row, below) * (below + 1 - from) + read(row, below + 1) * (from - below);
      });
      const error = expected.reduce((worst, level, i) => Math.max(worst, Math.abs(level - sheared[i]!)), 0);
      // Levels up to 255 and columns up to 41, in double precision.
      expect(error).toBeLessThan(255 * 41 * 2 ** -50);
    }),
    { numRuns: 30 },
  );
});

test('the classes of a view are kept in the order of the images', () => {
  const labels = Uint8Array.of(3, 1, 7, 1, 3);
  const intensities = new Uint8Array(5 * SIZE);
  for (let i = 0; i < 5; i += 1) intensities[i * SIZE + i] = 255;
  const kept = viewOfGray({ count: 5, intensities, labels }, completeView({ side: 28, classes: [3, 7] }));
  expect([kept.count, Array.from(kept.labels)]).toEqual([3, [3, 7, 3]]);
  expect(Array.from(kept.pixels.entries()).filter(([, ink]) => ink === 1)).toEqual([
    [0, 1],
    [SIZE + 2, 1],
    [2 * SIZE + 4, 1],
  ]);
});
