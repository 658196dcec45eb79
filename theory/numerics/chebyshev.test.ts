import { expect, test } from 'vitest';
import { ChebyshevInterpolation } from './chebyshev.ts';

/** The value at y of the interpolation of a function. */
function interpolated(chebyshev: ChebyshevInterpolation, f: (x: number) => number, y: number): number {
  const row = new Float64Array(chebyshev.nodes.length);
  chebyshev.addPoint(row, 0, y, 1);
  return row.reduce((sum, weight, i) => sum + weight * f(chebyshev.nodes[i]!), 0);
}

test('nodes ascend, are antisymmetric, and are the zeros of the Chebyshev polynomial', () => {
  const { nodes } = new ChebyshevInterpolation(2.5, 8);
  nodes.forEach((node, i) => {
    expect(node).toBeGreaterThan(i === 0 ? -2.5 : nodes[i - 1]!);
    expect(node + nodes[7 - i]!).toBe(0);
    expect(Math.cos(8 * Math.acos(node / 2.5))).toBeCloseTo(0, 13);
  });
});

test('a polynomial of a degree below the order is interpolated exactly, at nodes and between them', () => {
  const chebyshev = new ChebyshevInterpolation(2, 10);
  for (let degree = 0; degree < 10; degree++) {
    const power = (x: number) => (x / 2) ** degree;
    for (const y of [-2, -1.3, 0, 0.01, 1.99, 2, chebyshev.nodes[3]!]) {
      expect(interpolated(chebyshev, power, y), `degree ${degree} at ${y}`).toBeCloseTo(power(y), 13);
    }
  }
});

test('a smooth function is interpolated better by more nodes, at the rate of its nearest pole', () => {
  const pole = (x: number) => 1 / (x * x + 1);
  const error = (order: number) =>
    Math.max(
      ...Array.from({ length: 201 }, (_, i) => i / 100 - 1).map((y) =>
        Math.abs(interpolated(new ChebyshevInterpolation(1, order), pole, y) - pole(y)),
      ),
    );
  // Poles ±i are on the ellipse of radius 1 + √2 about [−1, 1].
  const gained = Math.log(error(10) / error(30)) / 20;
  expect(gained).toBeCloseTo(Math.log(1 + Math.SQRT2), 1);
});

test('points add up, and leave the rest of the row alone', () => {
  const chebyshev = new ChebyshevInterpolation(1, 4);
  const row = new Float64Array(6);
  chebyshev.addPoint(row, 1, 0.3, 0.25);
  chebyshev.addPoint(row, 1, -0.8, 0.75);
  const along = (f: (x: number) => number) => chebyshev.nodes.reduce((sum, node, i) => sum + row[1 + i]! * f(node), 0);
  expect(along(() => 1)).toBeCloseTo(1, 14);
  expect(along((x) => x)).toBeCloseTo(0.25 * 0.3 - 0.75 * 0.8, 14);
  expect([row[0], row[5]]).toEqual([0, 0]);
});
