import { expect, test } from 'vitest';
import { gaussianExpectation } from '../numerics/gaussian-expectation.ts';
import { golubWelsch } from '../numerics/golub-welsch.ts';
import { SettingError } from './model.ts';
import { contractionRate, transfer } from './transfer-map.ts';

const windowsOfTest = [
  { center: 0.7, halfWidth: 0.3, noise: 1 },
  { center: -4, halfWidth: 2.2, noise: 0.5 },
  { center: 0, halfWidth: 9, noise: 3 },
];
const departures = [-7, -2.5, -1, -0.1, 0.01, 0.4, 1.9, 6];

/** Five-point derivative: off by step⁴/30 of the fifth derivative, plus rounding over step. */
const derivative = (f: (u: number) => number, u: number, step: number) =>
  (8 * (f(u + step) - f(u - step)) - (f(u + 2 * step) - f(u - 2 * step))) / (12 * step);

test('T′ = m₂ and T″ = m₃/σ are the derivatives of T', () => {
  for (const window of windowsOfTest) {
    const step = 0.01 * window.noise;
    for (const departure of departures) {
      const u = window.center + departure * window.noise;
      const { slope, curvature } = transfer(window, u);
      // step⁴/30 = 3e-10 in units of σ⁴, times derivatives of at most a few units.
      expect(derivative((v) => transfer(window, v).value, u, step)).toBeCloseTo(slope, 8);
      expect(derivative((v) => transfer(window, v).slope, u, step) * window.noise).toBeCloseTo(
        curvature * window.noise,
        8,
      );
    }
  }
});

test('T fixes the center, where its slope is the contraction rate, and moves every other point toward it', () => {
  for (const window of windowsOfTest) {
    const { center, halfWidth, noise } = window;
    expect(transfer(window, center).value).toBe(center);
    const rate = contractionRate({
      thetaStar: [1],
      knowledgeCenter: [center],
      radius: halfWidth / 2,
      noise,
      noiseAllowance: halfWidth / 2,
      singularValues: [10],
    });
    expect(transfer(window, center).slope).toBeCloseTo(rate, 14);
    for (const departure of departures) {
      const { value, slope, curvature } = transfer(window, center + departure * noise);
      expect((value - center) / (departure * noise)).toBeGreaterThan(0);
      expect((value - center) / (departure * noise)).toBeLessThan(rate);
      expect(slope).toBeLessThan(rate);
      expect(Math.sign(curvature)).toBe(-Math.sign(departure));
    }
  }
});

test('the variance of an accepted label is σ²T′, and its acceptance falls with the distance', () => {
  for (const window of windowsOfTest) {
    const accepted = [0, 0.5, 3, 12].map((departure) => transfer(window, window.center + departure * window.noise));
    for (const { variance, slope } of accepted) expect(variance).toBeCloseTo(window.noise ** 2 * slope, 14);
    const acceptances = accepted.map(({ logAcceptance }) => logAcceptance);
    expect(acceptances).toEqual([...acceptances].sort((a, b) => b - a));
    expect(Math.max(...acceptances)).toBeLessThan(0);
  }
});

// 1 − 2wφ(w)/(2Φ(w)−1) at w = R/σ, to five digits.
test.each([
  [1, 0.29113],
  [1.3, 0.44747],
  [1.8, 0.69377],
  [2, 0.77374],
  [2.3, 0.86684],
  [3, 0.97334],
  [4, 0.99893],
])('the contraction rate at R/σ = %d is %d', (width, rate) => {
  const noise = 0.4;
  const setting = {
    thetaStar: [0, 1],
    knowledgeCenter: [3, 4],
    radius: width * noise - 0.1,
    noise,
    noiseAllowance: 0.1,
    singularValues: [5, 2],
  };
  expect(contractionRate(setting)).toBeCloseTo(rate, 5);
});

test('the contraction rate refuses a setting outside the model', () => {
  const setting = { thetaStar: [0], knowledgeCenter: [0], radius: 1, noise: 0, noiseAllowance: 0, singularValues: [1] };
  expect(() => contractionRate(setting)).toThrow(SettingError);
});

test('refuses a generator nowhere', () => {
  expect(() => transfer({ center: 0, halfWidth: 1, noise: 1 }, Number.NaN)).toThrow(RangeError);
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

test('its square has the expectation under a normal law that Gauss–Hermite quadrature gives, where that converges', () => {
  const window = { center: 0.4, halfWidth: 1.1, noise: 1 };
  const { nodes, weights } = gaussHermite(80);
  for (const sd of [0.01, 0.2, 0.8]) {
    const hermite = nodes.reduce((sum, node, i) => sum + weights[i]! * transfer(window, sd * node).value ** 2, 0);
    const trapezoidal = gaussianExpectation(0, sd, (u) => transfer(window, u).value ** 2);
    expect(trapezoidal / hermite).toBeCloseTo(1, 12);
  }
});
