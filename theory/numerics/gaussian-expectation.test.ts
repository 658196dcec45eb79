import { expect, test } from 'vitest';
import { transfer } from '../verified-retraining/transfer-map.ts';
import { gaussianExpectation } from './gaussian-expectation.ts';
import { golubWelsch } from './golub-welsch.ts';

test('gives the moments of the law', () => {
  expect(gaussianExpectation(3, 2, () => 1)).toBeCloseTo(1, 14);
  expect(gaussianExpectation(3, 2, (u) => u)).toBeCloseTo(3, 14);
  expect(gaussianExpectation(3, 2, (u) => (u - 3) ** 4) / 48).toBeCloseTo(1, 13);
  expect(gaussianExpectation(3, 0, (u) => u ** 2)).toBeCloseTo(9, 13);
});

test('resolves an oscillation far faster than the law, E cos(tU) = e^{−t²sd²/2} cos(t·mean)', () => {
  for (const frequency of [0.1, 1, 3, 5]) {
    const expected = Math.exp(-(frequency ** 2) / 2) * Math.cos(0.3 * frequency);
    expect(gaussianExpectation(0.3, 1, (u) => Math.cos(frequency * u))).toBeCloseTo(expected, 14);
  }
});

/** The Gauss–Hermite rule for the standard normal: its Jacobi matrix has √k off the diagonal. */
function gaussHermite(order: number): { nodes: Float64Array; weights: Float64Array } {
  const [nodes, weights] = [new Float64Array(order), new Float64Array(order)];
  golubWelsch(
    order,
    nodes,
    Float64Array.from({ length: order }, (_, k) => Math.sqrt(k + 1)),
    weights,
  );
  return { nodes, weights };
}

test('agrees with Gauss–Hermite quadrature where that converges', () => {
  const window = { center: 0.4, halfWidth: 1.1, noise: 1 };
  const { nodes, weights } = gaussHermite(80);
  for (const sd of [0.01, 0.2, 0.8]) {
    const hermite = nodes.reduce((sum, node, i) => sum + weights[i]! * transfer(window, sd * node).value ** 2, 0);
    const trapezoidal = gaussianExpectation(0, sd, (u) => transfer(window, u).value ** 2);
    expect(trapezoidal / hermite).toBeCloseTo(1, 12);
  }
});

test('resolves a smooth step fifty times narrower than the law', () => {
  const step = (u: number) => 1 / (1 + Math.exp(-50 * u));
  expect(gaussianExpectation(0, 1, step)).toBeCloseTo(0.5, 14);
  // Stein's identity, E s′(U) = E (U−mean)·s(U): two integrands of different shape.
  const slope = (u: number) => 50 * step(u) * step(-u);
  expect(gaussianExpectation(0.2, 1, slope)).toBeCloseTo(
    gaussianExpectation(0.2, 1, (u) => (u - 0.2) * step(u)),
    13,
  );
});

test('says so, with its last value, when a rule does not settle', () => {
  expect(() => gaussianExpectation(0.1, 1, (u) => (u > 0 ? 1 : 0))).toThrow(/has not settled: 0\.5\d+/);
});

test.each([
  [Number.NaN, 1],
  [0, -1],
  [0, Infinity],
])('refuses N(%d, %d²)', (mean, sd) => {
  expect(() => gaussianExpectation(mean, sd, (u) => u)).toThrow(RangeError);
});
