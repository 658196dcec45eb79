import { expect, test } from 'vitest';
import { keyedStream } from '../../random/stream.ts';
import { emptyTrace, HAND, type Trace, trace } from './hand.ts';
import { spline } from './spline.ts';
import { STROKES } from './strokes.ts';

const splines = STROKES.flat().map(spline);

/** Every variant, twenty times each. */
function traces(shear: number, thickness: number): Trace[] {
  return splines.flatMap((drawn, which) =>
    Array.from({ length: 20 }, (_, replicate) => {
      const traced = emptyTrace(drawn.points, drawn.controls.length / 2);
      trace(drawn, keyedStream(1, 'hand', which, replicate), shear, thickness, traced);
      return traced;
    }),
  );
}

const plain = traces(0, 1);

test('shear moves each point by shear times its height above the middle row, and does not change the pen', () => {
  const shear = 0.35;
  traces(shear, 1).forEach(({ points, radius }, i) => {
    const before = plain[i]!.points;
    const expected = before.map((value, k) => (k % 2 === 0 ? value + shear * (14 - before[k + 1]!) : value));
    const errors = points.map((value, k) => Math.abs(value - expected[k]!));
    expect(Math.max(...errors)).toBeLessThan(1e-12);
    expect(errors.filter((_, k) => k % 2 === 1).every((error) => error === 0)).toBe(true);
    expect(radius).toBe(plain[i]!.radius);
  });
});

test('thickness multiplies the radius of the pen, and does not change the strokes', () => {
  traces(0, 1.5).forEach(({ points, radius }, i) => {
    expect(radius).toBeCloseTo(1.5 * plain[i]!.radius, 12);
    expect(Buffer.compare(new Uint8Array(points.buffer), new Uint8Array(plain[i]!.points.buffer))).toBe(0);
  });
});

test('strokes fill the box in one direction, and never leave it', () => {
  for (const { points } of plain) {
    const extent = (axis: number) => {
      const coordinates = points.filter((_, i) => i % 2 === axis);
      return Math.max(...coordinates) - Math.min(...coordinates);
    };
    const size = Math.max(extent(0), extent(1));
    expect(size).toBeLessThanOrEqual(HAND.box.edge + 1e-12);
    // Seven standard deviations do not occur.
    expect(size).toBeGreaterThan(HAND.box.edge - 7 * HAND.box.deviation);
  }
});

test('no pen is thinner than the minimum, and about half of them are thicker than the median', () => {
  const radii = plain.map(({ radius }) => radius);
  expect(Math.min(...radii)).toBeGreaterThanOrEqual(HAND.pen.least);
  const share = radii.filter((radius) => radius > HAND.pen.median).length / radii.length;
  // Six standard errors of a share of ½.
  expect(Math.abs(share - 0.5)).toBeLessThan(3 / Math.sqrt(radii.length));
});
