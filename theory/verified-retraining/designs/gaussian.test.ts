import { expect, test } from 'vitest';
import { gaussLegendre } from '../../numerics/gauss-legendre.ts';
import { meanAbsoluteNoise, SettingError } from '../model.ts';
import { contractionRate, transfer } from '../transfer-map.ts';
import { gaussianDesignContraction, type RandomDesign, unitSphereContraction } from './gaussian.ts';

const design = (dimension: number): RandomDesign => ({
  dimension,
  radius: 0.5,
  noise: 1,
  noiseAllowance: meanAbsoluteNoise(1),
});
const blockRate = ({ radius, noise, noiseAllowance }: RandomDesign) =>
  contractionRate({ thetaStar: [0], knowledgeCenter: [0], radius, noise, noiseAllowance, singularValues: [1] });

test('κ of Gaussian rows has the values worked out by hand, to the digits given', () => {
  for (const [dimension, value, digits] of [
    [1, 0.599, 3],
    [2, 0.66, 3],
    [5, 0.784, 3],
    [10, 0.893, 3],
    [20, 0.972, 3],
    [50, 0.9995, 4],
  ] as const) {
    expect(gaussianDesignContraction(design(dimension), 0).toFixed(digits)).toBe(value.toFixed(digits));
  }
  expect(gaussianDesignContraction(design(5), 0.5).toFixed(3)).toBe('0.745');
});

test('κ is the ratio of expectations over (x₁, x₂) taken directly', () => {
  // Gauss–Legendre over the quadrant x₁, x₂ > 0, to 9 sd, where everything is smooth but for the corner of ‖x‖ at 0.
  const { nodes, weights } = gaussLegendre(60);
  for (const distance of [0.05, 0.5, 3]) {
    let moved = 0;
    let squared = 0;
    nodes.forEach((node, i) => {
      nodes.forEach((other, j) => {
        const [x, rest] = [4.5 * (1 + node), 4.5 * (1 + other)];
        const halfWidth = 0.5 * Math.hypot(x, rest) + meanAbsoluteNoise(1);
        const { value, logAcceptance } = transfer({ center: 0, halfWidth, noise: 1 }, x * distance);
        const share = weights[i]! * weights[j]! * Math.exp(logAcceptance - (x * x + rest * rest) / 2);
        moved += share * x * value;
        squared += share * x * x * distance;
      });
    });
    expect(gaussianDesignContraction(design(2), distance)).toBeCloseTo(moved / squared, 8);
  }
});

test('κ and the sphere’s rate lie in (0, 1), are continuous at 0 and fall with the distance', () => {
  for (const dimension of [1, 2, 3, 7, 30]) {
    for (const contraction of [gaussianDesignContraction, unitSphereContraction]) {
      const rates = [0, 1e-4, 0.3, 1, 4].map((distance) => contraction(design(dimension), distance));
      expect(rates[1]).toBeCloseTo(rates[0]!, 7);
      for (let i = 2; i < rates.length; i++) expect(rates[i]).toBeLessThan(rates[i - 1]!);
      expect(rates[0]).toBeLessThan(1);
      expect(rates.at(-1)).toBeGreaterThan(0);
    }
  }
});

test('κ grows with the dimension and is above the block’s ρ, the sphere’s rate is at most ρ', () => {
  const rate = blockRate(design(1));
  const dimensions = [1, 2, 3, 5, 10, 20, 50, 100];
  for (const distance of [0, 0.5, 2]) {
    const rates = dimensions.map((dimension) => gaussianDesignContraction(design(dimension), distance));
    for (let i = 1; i < rates.length; i++) expect(rates[i]).toBeGreaterThan(rates[i - 1]!);
    for (const dimension of dimensions) {
      const sphere = unitSphereContraction(design(dimension), distance);
      if (distance === 0) expect(sphere).toBeCloseTo(rate, 12);
      else expect(sphere).toBeLessThan(rate);
    }
  }
  for (const dimension of dimensions) expect(gaussianDesignContraction(design(dimension), 0)).toBeGreaterThan(rate);
});

test('in one dimension the sphere is the block, and κ depends on lengths in units of σ alone', () => {
  const window = { center: 0, halfWidth: 0.5 + meanAbsoluteNoise(1), noise: 1 };
  expect(unitSphereContraction(design(1), 0.7)).toBeCloseTo(transfer(window, 0.7).value / 0.7, 13);
  const scaled = { dimension: 4, radius: 1.5, noise: 3, noiseAllowance: meanAbsoluteNoise(3) };
  expect(gaussianDesignContraction(scaled, 2.1)).toBeCloseTo(gaussianDesignContraction(design(4), 0.7), 13);
});

test('arguments outside the model are refused', () => {
  expect(() => gaussianDesignContraction({ ...design(1), dimension: 1.5 }, 0)).toThrow(SettingError);
  expect(() => gaussianDesignContraction({ ...design(1), noise: 0 }, 0)).toThrow(SettingError);
  expect(() => unitSphereContraction({ ...design(2), radius: 0, noiseAllowance: 0 }, 0)).toThrow(SettingError);
  expect(() => unitSphereContraction(design(2), -0.1)).toThrow(SettingError);
});
