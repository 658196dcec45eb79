import { expect, test } from 'vitest';
import { gaussLegendre } from '../../numerics/gauss-legendre.ts';
import { generators, halfWidths } from '../testing/generators.ts';
import { truncatedNormalMoments } from '../truncated-normal.ts';
import { AcceptedLabel } from './accepted-label.ts';
import { eachMean } from './accepted-mean.ts';

function expectation(u: number, halfWidth: number, kept: number, g: (mean: number) => number): number {
  let sum = 0;
  eachMean(new AcceptedLabel(u, halfWidth), kept, (value, weight) => {
    sum += weight * g(value);
  });
  return sum;
}

/** E g(mean of kept labels) by brute force: the kept-fold product of a Gauss–Legendre rule of the density itself. */
function byProduct(u: number, halfWidth: number, kept: number, g: (mean: number) => number): number {
  const { nodes, weights } = gaussLegendre(40);
  const labels = Array.from(nodes, (node) => halfWidth * node);
  const masses = labels.map((y, i) => weights[i]! * Math.exp(-((y - u) ** 2) / 2));
  const mass = masses.reduce((sum, value) => sum + value, 0);
  const over = (left: number, total: number): number =>
    left === 0
      ? g(total / kept)
      : labels.reduce((sum, y, i) => sum + (masses[i]! / mass) * over(left - 1, total + y), 0);
  return over(kept, 0);
}

test('the mean of n has the label’s mean, variance over n, and third central moment over n²', () => {
  for (const halfWidth of halfWidths) {
    for (const u of generators(halfWidth)) {
      const { mean, deviation } = new AcceptedLabel(u, halfWidth);
      const third = truncatedNormalMoments(-halfWidth - u, halfWidth - u).thirdCentral / deviation ** 3;
      for (const kept of [1, 2, 3, 7, 50, 1e3, 1e6]) {
        const scale = deviation / Math.sqrt(kept);
        const standardized = (power: number) =>
          expectation(u, halfWidth, kept, (value) => ((value - mean) / scale) ** power);
        const label = `w = ${halfWidth}, u = ${u}, n = ${kept}`;
        expect(standardized(0), label).toBeCloseTo(1, 12);
        // A mean of size |u| leaves |u|/scale roundings in a standardized value; 1e-10 covers the widest, narrowest and farthest here.
        const rounding = 1e-10 + (Number.EPSILON * 10 * halfWidth) / scale;
        expect(Math.abs(standardized(1)), label).toBeLessThan(rounding);
        expect(Math.abs(standardized(2) - 1), label).toBeLessThan(2 * rounding);
        expect(Math.abs(standardized(3) - third / Math.sqrt(kept)), label).toBeLessThan(10 * rounding);
      }
    }
  }
});

test('the law of a mean of two and of three is that of the brute-force convolution', () => {
  for (const halfWidth of [0.8, 1.8, 4]) {
    for (const u of generators(halfWidth).slice(0, 4)) {
      for (const kept of [2, 3]) {
        // Characteristic function and a rational g with poles σ off the real axis, the hardest that the rule's order provides for.
        expect(expectation(u, halfWidth, kept, Math.cos)).toBeCloseTo(byProduct(u, halfWidth, kept, Math.cos), 12);
        const smooth = (mean: number) => Math.tanh(mean / 2);
        expect(expectation(u, halfWidth, kept, smooth)).toBeCloseTo(byProduct(u, halfWidth, kept, smooth), 8);
      }
    }
  }
});

test('every node lies in the window and has positive weight, so that interpolation never extrapolates', () => {
  for (const halfWidth of halfWidths) {
    for (const u of generators(halfWidth)) {
      for (const kept of [1, 2, 3, 4, 10, 100, 1e5]) {
        const outside: [value: number, weight: number][] = [];
        let nodes = 0;
        eachMean(new AcceptedLabel(u, halfWidth), kept, (value, weight) => {
          nodes++;
          if (!(Math.abs(value) < halfWidth && weight >= 0)) outside.push([value, weight]);
        });
        expect(outside, `w = ${halfWidth}, u = ${u}, n = ${kept}`).toEqual([]);
        expect(nodes).toBeGreaterThan(0);
      }
    }
  }
});
