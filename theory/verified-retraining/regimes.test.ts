import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactTrajectory } from './many-rounds.ts';
import { geometric, meanAbsoluteNoise, type Setting, SettingError } from './model.ts';
import { leadingOrderMse } from './one-round/leading-order.ts';
import { oneRoundMse } from './one-round.ts';
import { baselineError, bias, fastGrowthError, improvementBoundary, minimumKept, regimeOf } from './regimes.ts';
import { arbitrarySetting } from './testing/arbitrary-setting.ts';
import { contractionRate } from './transfer-map.ts';

const MU = 100;
const KEPT = 10 * MU ** 2;

/** Three directions of μ² = 10⁴, σ = 1, r = 0.5, with the bias spread evenly over them. */
const biased = (amount: number, dimension = 3): Setting => ({
  thetaStar: new Array(dimension).fill(0),
  knowledgeCenter: new Array(dimension).fill(amount / Math.sqrt(dimension)),
  radius: 0.5,
  noise: 1,
  noiseAllowance: meanAbsoluteNoise(1),
  singularValues: new Array(dimension).fill(MU),
});

test('Δ and B are what they are called', () => {
  expect(bias(biased(0.3))).toBeCloseTo(0.3, 14);
  expect(baselineError(biased(0))).toBeCloseTo(3 / MU ** 2, 16);
  expect(baselineError({ ...biased(0), noise: 2 })).toBeCloseTo(
    oneRoundMse({ ...biased(0), noise: 2 }, 1).baseline,
    16,
  );
});

test('the exact one-round error crosses the baseline at Δ*', () => {
  for (const dimension of [1, 3]) {
    const boundary = improvementBoundary(biased(0, dimension), KEPT)!;
    // Δ* is of leading order, right to the relative size B of the next one and the curvature of T over Δ*: about 1e-3 here.
    for (const [share, better] of [
      [0.99, true],
      [1.01, false],
    ] as const) {
      const { exact, baseline } = oneRoundMse(biased(share * boundary, dimension), KEPT);
      expect(exact < baseline).toBe(better);
    }
  }
});

test('no bias improves up to the minimum n₁, and an unbiased verifier improves to leading order above it', () => {
  fc.assert(
    fc.property(arbitrarySetting(4), (setting) => {
      const unbiased = { ...setting, thetaStar: setting.knowledgeCenter };
      const minimum = minimumKept(setting);
      fc.pre(minimum > 1);
      const baseline = baselineError(setting);
      expect(improvementBoundary(setting, minimum * 0.999)).toBeNull();
      expect(leadingOrderMse(unbiased, minimum * 0.999)).toBeGreaterThan(baseline);
      expect(improvementBoundary(setting, minimum * 1.001)).toBeGreaterThan(0);
      expect(leadingOrderMse(unbiased, minimum * 1.001)).toBeLessThan(baseline);
    }),
  );
});

test('with equal μ the minimum n₁ is μ²ρ/(1−ρ²), and at n₁ = n₀ an unbiased verifier improves iff ρ + ρ² < 1, R/σ < 1.6344', () => {
  const rate = contractionRate(biased(0));
  expect(minimumKept(biased(0))).toBeCloseTo((MU ** 2 * rate) / (1 - rate ** 2), 6);
  for (const [width, improves] of [
    [1.634, true],
    [1.635, false],
  ] as const) {
    const setting = { ...biased(0), radius: width, noiseAllowance: 0 };
    expect(improvementBoundary(setting, MU ** 2) !== null).toBe(improves);
  }
});

test('each regime does to the error what its name says', () => {
  const s = Math.sqrt(baselineError(biased(0)));
  const boundary = improvementBoundary(biased(0), KEPT)!;
  expect(boundary).toBeGreaterThan(s);
  const run = (amount: number) => exactTrajectory(biased(amount), geometric(KEPT, 2), 25).toTruth;
  const [unbiased, mild, strong, veryStrong] = [0, 0.7 * s, (s + boundary) / 2, 1.2 * boundary] as const;
  const baseline = s ** 2;

  expect(regimeOf(biased(unbiased), KEPT)).toBe('unbiased');
  expect(run(unbiased)[25]).toBeLessThan(1e-6 * baseline);

  expect(regimeOf(biased(mild), KEPT)).toBe('mild');
  expect(run(mild)[1]).toBeLessThan(baseline);
  expect(run(mild)[25]).toBeLessThan(baseline);
  expect(run(mild)[25]! / mild ** 2).toBeCloseTo(1, 3);

  expect(regimeOf(biased(strong), KEPT)).toBe('strong');
  expect(run(strong)[1]).toBeLessThan(baseline);
  expect(run(strong)[25]).toBeGreaterThan(baseline);

  expect(regimeOf(biased(veryStrong), KEPT)).toBe('very strong');
  for (const error of run(veryStrong).slice(1)) expect(error).toBeGreaterThan(baseline);
});

test('fast growth of n_k comes to Δ²(1−ρᵏ)² + Bρ^{2k}', () => {
  const s = Math.sqrt(baselineError(biased(0)));
  for (const amount of [0, 0.5 * s, 1.5 * s]) {
    const approximate = fastGrowthError(biased(amount), 12);
    exactTrajectory(biased(amount), () => 10 ** 9, 12).toTruth.forEach((exact, k) => {
      // What is left out: the curvature of T over a distance of Δ + s (relative size of its square, 4e-4) and 3/10⁹ of sampling noise.
      expect(Math.abs(exact - approximate[k]!)).toBeLessThan(1e-3 * approximate[k]! + 1e-8);
    });
  }
});

test('where n₁ is too small to order the regimes, and outside the model, there is an error and not an answer', () => {
  const rate = contractionRate(biased(0));
  const needed = MU ** 2 / (2 * (1 - rate));
  expect(regimeOf(biased(0.001), needed * 1.001)).toBe('mild');
  expect(() => regimeOf(biased(0.001), needed * 0.999)).toThrow(/regimes are ordered only above/);
  expect(() => regimeOf(biased(0), 0)).toThrow(SettingError);
  expect(() => improvementBoundary({ ...biased(0), radius: -1 }, 10)).toThrow(SettingError);
  expect(() => fastGrowthError(biased(0), 1.5)).toThrow(SettingError);
});
