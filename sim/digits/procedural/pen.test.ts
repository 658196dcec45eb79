import { expect, test } from 'vitest';
import { drawSegment } from './pen.ts';

const SIDE = 28;

function drawn(...segments: [number, number, number, number, number][]): Float32Array {
  const gray = new Float32Array(SIDE ** 2);
  for (const segment of segments) drawSegment(gray, ...segment);
  return gray;
}

const area = (gray: Float32Array) => gray.reduce((sum, value) => sum + value / 255, 0);

/** Largest relative error of an area with an oblique or bent edge. Sums of gray levels are wrong by about 1 % there. */
const AREA_ERROR = 0.02;

test.each([0, 0.3, 0.7, 1.2, 2])(
  'a segment at the angle %d covers its length times the width of the pen, and two half discs',
  (angle) => {
    for (const radius of [1, 1.6, 2.5]) {
      const [x, y] = [7 * Math.cos(angle), 7 * Math.sin(angle)];
      const exact = 2 * radius * 14 + Math.PI * radius ** 2;
      expect(Math.abs(area(drawn([14 - x, 14 - y, 14 + x, 14 + y, radius])) / exact - 1)).toBeLessThan(AREA_ERROR);
    }
  },
);

test('a pixel is half gray where the edge of the pen runs through its middle, otherwise ink or paper', () => {
  const gray = drawn([4, 14, 24, 14, 2.5]);
  const column = Array.from({ length: 8 }, (_, row) => gray[(10 + row) * SIDE + 14]!);
  expect(column).toEqual([0, 127.5, 255, 255, 255, 255, 127.5, 0]);
});

test('overlapping segments are as dark as the darker of them, and the direction of a segment does not matter', () => {
  const one = drawn([5, 6, 20, 17, 1.3]);
  const other = drawn([8, 20, 20, 5, 1.3]);
  const both = drawn([5, 6, 20, 17, 1.3], [8, 20, 20, 5, 1.3]);
  expect(both).toEqual(one.map((value, i) => Math.max(value, other[i]!)));
  const backward = drawn([20, 17, 5, 6, 1.3]);
  for (let i = 0; i < one.length; i += 1) expect(backward[i]).toBeCloseTo(one[i]!, 3);
});

test('a segment of length zero is a disc, and parts outside of the image are not drawn', () => {
  expect(Math.abs(area(drawn([14, 14, 14, 14, 4])) / (Math.PI * 4 ** 2) - 1)).toBeLessThan(AREA_ERROR);
  expect(area(drawn([-9, -9, -5, -5, 2]))).toBe(0);
  const half = 8 * 4 + (Math.PI * 2 ** 2) / 2;
  expect(Math.abs(area(drawn([-8, 14, 8, 14, 2])) / half - 1)).toBeLessThan(AREA_ERROR);
});
