import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceToCenterBound, exactTrajectory } from '../many-rounds.ts';
import { constant, type Setting, SettingError } from '../model.ts';
import { arbitraryKept, arbitrarySetting } from '../testing/arbitrary-setting.ts';
import { stationaryError, stationaryFloorBound } from './stationary-floor.ts';

const strict: Setting = {
  thetaStar: [0.2, -0.4],
  knowledgeCenter: [0.5, 0.1],
  radius: 0.6,
  noise: 0.9,
  noiseAllowance: 0.5,
  singularValues: [8, 3],
};

test('long runs at constant n reach the stationary error and its bound, wherever they start', () => {
  for (const kept of [1, 2, 3, 25, 4000]) {
    const stationary = stationaryError(strict, kept);
    for (const setting of [strict, { ...strict, thetaStar: [0.5, 2] }]) {
      // ρ = 0.36: what is left of the start after 30 rounds is ρ³⁰ = 1e-13 of it.
      const { toCenter, toTruth } = exactTrajectory(setting, constant(kept), 30);
      expect(toCenter[30]! / stationary.toCenter).toBeCloseTo(1, 8);
      expect(toTruth[30]).toBeCloseTo(stationaryError(setting, kept).toTruth, 9);
      expect(distanceToCenterBound(setting, constant(kept), 60)[60]! / stationaryFloorBound(setting, kept)).toBeCloseTo(
        1,
        10,
      );
    }
    expect(stationary.toTruth).toBeCloseTo(0.34 + stationary.toCenter, 12);
  }
});

test('the stationary error lies below its bound, and reaches it as n grows', () => {
  fc.assert(
    fc.property(arbitrarySetting(2), arbitraryKept, (setting, kept) => {
      expect(stationaryError(setting, kept).toCenter).toBeLessThanOrEqual(
        stationaryFloorBound(setting, kept) * (1 + 1e-8),
      );
    }),
    { numRuns: 60 },
  );
  expect(stationaryError(strict, 1e6).toCenter / stationaryFloorBound(strict, 1e6)).toBeGreaterThan(0.99999);
  expect(stationaryError(strict, 1).toCenter / stationaryFloorBound(strict, 1)).toBeLessThan(0.99);
});

test('in units of its leading order the stationary error is exact at any n, however narrow the law', () => {
  // The bound is an equality for a linear T. The next order: σ²ρ/(n(1−ρ²)) has a correction of relative size 1/n, so n·(1 − ratio) settles.
  for (const radius of [0.2, 0.6, 1.5]) {
    const correction = (kept: number) =>
      kept *
      (1 - stationaryError({ ...strict, radius }, kept).toCenter / stationaryFloorBound({ ...strict, radius }, kept));
    // Settling is of relative order 1/n, and 1e-12 of rounding in the ratio is 1e-6 after the factor n.
    expect(correction(1e6) / correction(1e5)).toBeCloseTo(1, 3);
  }
});

test('a law too narrow in too wide a window gives an error with the value, and not an answer', () => {
  expect(stationaryError({ ...strict, radius: 4 }, 50).toCenter).toBeGreaterThan(0);
  expect(() => stationaryError({ ...strict, radius: 4 }, 1e9)).toThrow(/not resolved \(\d/);
  expect(() => stationaryError(strict, 0)).toThrow(SettingError);
  expect(() => stationaryFloorBound(strict, 1.5)).toThrow(SettingError);
});
