import { expect, test } from 'vitest';
import { spline } from './spline.ts';
import { STROKES } from './strokes.ts';

const variants = STROKES.flat();
const splines = variants.map(spline);

/** A point along a spline whose control points are those given. */
function pointAt(drawn: (typeof splines)[number], controls: Float64Array, i: number): [number, number] {
  const coordinate = (axis: number) =>
    [0, 1, 2, 3].reduce(
      (sum, k) => sum + drawn.weights[4 * i + k]! * controls[2 * drawn.sources[4 * i + k]! + axis]!,
      0,
    );
  return [coordinate(0), coordinate(1)];
}

test('each of the ten digits has a variant, and all fit into a square from −1 to 1', () => {
  expect(STROKES).toHaveLength(10);
  for (const ways of STROKES) expect(ways.length).toBeGreaterThan(0);
  for (const { weight } of variants) expect(weight).toBeGreaterThan(0);
  for (const { controls } of splines) {
    for (const coordinate of controls) expect(Math.abs(coordinate)).toBeLessThanOrEqual(1);
    const down = controls.filter((_, i) => i % 2 === 1);
    expect(Math.max(...down) - Math.min(...down)).toBeGreaterThan(1.6);
  }
});

test('a spline begins a stroke only where the pen is set down', () => {
  splines.forEach(({ points, joined }, i) => {
    const down = Array.from({ length: points }, (_, point) => joined[point]!).filter((join) => join === 0);
    expect(down).toHaveLength(variants[i]!.strokes.length);
    expect(joined[0]).toBe(0);
  });
});

test('a spline passes through its control points, in order', () => {
  for (const drawn of splines) {
    let next = 0;
    for (let i = 0; i < drawn.points; i += 1) {
      const [x, y] = pointAt(drawn, drawn.controls, i);
      const distance = Math.hypot(x - drawn.controls[2 * next]!, y - drawn.controls[2 * next + 1]!);
      if (distance < 1e-12) next += 1;
    }
    expect(next).toBe(drawn.controls.length / 2);
  }
});

test('a spline through evenly spaced points of a line is that line, with its points in order', () => {
  for (const drawn of splines) {
    const line = drawn.controls.map((_, i) => (i % 2 === 0 ? 3 : -2) * Math.floor(i / 2) + 5);
    for (let i = 0; i < drawn.points; i += 1) {
      const [x, y] = pointAt(drawn, line, i);
      expect(Math.abs((x - 5) / 3 - (y - 5) / -2)).toBeLessThan(1e-12);
      if (drawn.joined[i] === 1) expect(x).toBeGreaterThan(pointAt(drawn, line, i - 1)[0]);
    }
  }
});
