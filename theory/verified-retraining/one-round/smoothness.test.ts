import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meanAbsoluteNoise, type Setting } from '../model.ts';
import { oneRoundMse } from '../one-round.ts';
import { arbitraryKept, arbitrarySetting } from '../testing/arbitrary-setting.ts';
import { smoothnessBounds } from './smoothness.ts';

/** Central differences of the exact MSE: step² = 1e-8 of relative error, and roundings of 1e-15/1e-4. */
const STEP = 1e-4;

const error = (setting: Setting, kept: number) => oneRoundMse(setting, kept).exact;

function derivatives(setting: Setting, kept: number) {
  const step = STEP * setting.noise;
  const moved = (direction: number, by: number) => ({
    ...setting,
    knowledgeCenter: setting.knowledgeCenter.map((value, j) => (j === direction ? value + by : value)),
  });
  const gradient = setting.knowledgeCenter.map(
    (_, j) => (error(moved(j, step), kept) - error(moved(j, -step), kept)) / (2 * step),
  );
  const widened = (by: number) => ({ ...setting, radius: setting.radius + by });
  return {
    bias: Math.hypot(...gradient),
    radius: Math.abs(error(widened(step), kept) - error(widened(-step), kept)) / (2 * step),
    inverseKept: (error(setting, kept) - error(setting, Number.POSITIVE_INFINITY)) * kept,
  };
}

test('no derivative of the exact one-round error exceeds its bound', () => {
  fc.assert(
    fc.property(arbitrarySetting(3), arbitraryKept, (setting, kept) => {
      const bounds = smoothnessBounds(setting, kept);
      const exact = derivatives(setting, kept);
      // Differences of an MSE known to 1e-13 of its size, over a step of 1e-4, and the second-order error of the difference itself.
      const rounding = 1e-6 * (1 + error(setting, kept) / setting.noise ** 2);
      expect(exact.bias).toBeLessThanOrEqual(bounds.bias + rounding * setting.noise);
      expect(exact.radius).toBeLessThanOrEqual(bounds.radius + rounding * setting.noise);
      expect(exact.inverseKept).toBeLessThanOrEqual(bounds.inverseKept * (1 + 1e-6) + rounding * 1e-4 * kept);
    }),
    { numRuns: 200 },
  );
});

test('the bounds are of the size of the derivatives they bound', () => {
  const unbiased = {
    thetaStar: [0, 0],
    knowledgeCenter: [0, 0],
    radius: 0.5,
    noise: 1,
    noiseAllowance: meanAbsoluteNoise(1),
    singularValues: [30, 30],
  };
  const biased = { ...unbiased, knowledgeCenter: [0.3, 0.1] };
  const share = (setting: Setting, kept: number) => {
    const bounds = smoothnessBounds(setting, kept);
    const exact = derivatives(setting, kept);
    return {
      bias: exact.bias / bounds.bias,
      radius: exact.radius / bounds.radius,
      inverseKept: exact.inverseKept / bounds.inverseKept,
    };
  };
  // These shares are .28, .09 and .18: a bound that doubles, or triples, by a slip is seen.
  expect(share(biased, 100).bias).toBeGreaterThan(1 / 5);
  expect(share(biased, 1e4).radius).toBeGreaterThan(1 / 25);
  expect(share(unbiased, 100).radius).toBeGreaterThan(1 / 10);
  for (const setting of [unbiased, biased]) expect(share(setting, 100).inverseKept).toBeGreaterThan(0.9);
});

test('along a move of θ_c or of r the larger end bounds the whole move', () => {
  fc.assert(
    fc.property(arbitrarySetting(2), arbitraryKept, arbitrarySetting(2), (setting, kept, other) => {
      fc.pre(other.thetaStar.length === setting.thetaStar.length);
      const at = (share: number) => ({
        center: smoothnessBounds(
          { ...setting, thetaStar: setting.thetaStar.map((v, j) => v + share * (other.thetaStar[j]! - v)) },
          kept,
        ).bias,
        radius: smoothnessBounds({ ...setting, radius: setting.radius + share * other.radius }, kept).radius,
      });
      const [start, middle, end] = [at(0), at(0.5), at(1)];
      expect(middle.center).toBeLessThanOrEqual(Math.max(start.center, end.center) * (1 + 1e-12));
      expect(middle.radius).toBeLessThanOrEqual(Math.max(start.radius, end.radius) * (1 + 1e-12));
    }),
  );
});
