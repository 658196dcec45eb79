import fc from 'fast-check';
import { expect, test } from 'vitest';
import { strokeThickness, thickestOfEachClass } from './thickness.ts';

/** Black-and-white images of 6×6. */
const image = fc.array(fc.nat(1), { minLength: 36, maxLength: 36 }).map((pixels) => Uint8Array.from(pixels));

test('a bar of width w and length l has thickness w·l / (w + l), near w when it is long', () => {
  for (const width of [1, 2, 3]) {
    const pixels = new Uint8Array(14 * 14);
    for (let row = 2; row < 12; row += 1) pixels.fill(1, row * 14 + 5, row * 14 + 5 + width);
    expect(strokeThickness(pixels, 0, 14)).toBeCloseTo((width * 10) / (width + 10), 12);
  }
});

test('the thickness is 2·ink / outline with the outline counted border by border', () => {
  fc.assert(
    fc.property(image, (pixels) => {
      const ink = (row: number, column: number): number =>
        row < 0 || row > 5 || column < 0 || column > 5 ? 0 : pixels[row * 6 + column]!;
      let outline = 0;
      let area = 0;
      for (let row = 0; row < 6; row += 1) {
        for (let column = 0; column < 6; column += 1) {
          if (ink(row, column) === 0) continue;
          area += 1;
          const around = [ink(row - 1, column), ink(row + 1, column), ink(row, column - 1), ink(row, column + 1)];
          outline += around.filter((neighbour) => neighbour === 0).length;
        }
      }
      const shifted = Uint8Array.of(1, 1, 1, ...pixels, 1);
      expect(strokeThickness(shifted, 3, 6)).toBeCloseTo(area === 0 ? 0 : (2 * area) / outline, 12);
    }),
  );
});

test('a blank image has thickness 0', () => {
  expect(strokeThickness(new Uint8Array(196), 0, 14)).toBe(0);
});

test('the thickest of each class are kept: no other is thicker, their number is the share, and their order is kept', () => {
  const labelled = fc.array(fc.record({ pixels: image, label: fc.nat(3) }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(labelled, fc.integer({ min: 1, max: 20 }), (digits, twentieths) => {
      const share = twentieths / 20;
      const pixels = Uint8Array.from(digits.flatMap((digit) => Array.from(digit.pixels)));
      const labels = Uint8Array.from(digits, ({ label }) => label);
      const kept = thickestOfEachClass({ count: digits.length, side: 6, pixels, labels }, share);
      expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
      const thickness = (i: number): number => strokeThickness(pixels, i * 36, 6);
      for (const label of new Set(labels)) {
        const members = digits.map((_, i) => i).filter((i) => labels[i] === label);
        const chosen = members.filter((i) => kept.includes(i));
        const left = members.filter((i) => !kept.includes(i));
        expect(chosen.length).toBe(Math.max(1, Math.round(share * members.length)));
        expect(Math.min(...chosen.map(thickness))).toBeGreaterThanOrEqual(Math.max(0, ...left.map(thickness)));
      }
    }),
  );
});
