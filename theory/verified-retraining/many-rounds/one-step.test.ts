import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceToCenterBound, exactTrajectory } from '../many-rounds.ts';
import { SettingError } from '../model.ts';
import { arbitraryKept, arbitrarySetting } from '../testing/arbitrary-setting.ts';
import { windows } from '../window.ts';
import { oneStepBound, oneStepError } from './one-step.ts';

test('from any point, one step stays below its bound', () => {
  const departures = fc.integer({ min: -8000, max: 8000 }).map((thousandths) => thousandths / 1000);
  fc.assert(
    fc.property(arbitrarySetting(1), departures, arbitraryKept, (setting, departure, kept) => {
      const [window] = windows(setting) as [ReturnType<typeof windows>[number]];
      const u = window.center + departure * window.noise;
      // In the center the two are equal: leave 1e-12 for their rounding, which grows with the center's share of u.
      const rounding = 1e-12 * (window.noise ** 2 + u ** 2);
      expect(oneStepError(window, u, kept)).toBeLessThanOrEqual(
        oneStepBound(setting, (u - window.center) ** 2, kept) + rounding,
      );
    }),
    { numRuns: 5000 },
  );
});

test('at the center the step reaches its bound', () => {
  fc.assert(
    fc.property(arbitrarySetting(1), arbitraryKept, (setting, kept) => {
      const [window] = windows(setting) as [ReturnType<typeof windows>[number]];
      expect(oneStepError(window, window.center, kept) / oneStepBound(setting, 0, kept)).toBeCloseTo(1, 11);
    }),
  );
});

test('the exact chain obeys the step at every round, and iterating the bound is Theorem 4.1', () => {
  const schedule = [5, 1, 40, 300];
  fc.assert(
    fc.property(arbitrarySetting(3), (setting) => {
      const { toCenter } = exactTrajectory(setting, schedule, 4);
      const bound = distanceToCenterBound(setting, schedule, 4);
      schedule.forEach((kept, k) => {
        expect(toCenter[k + 1]).toBeLessThanOrEqual(oneStepBound(setting, toCenter[k]!, kept) * (1 + 1e-10));
        expect(bound[k + 1]! / oneStepBound(setting, bound[k]!, kept)).toBeCloseTo(1, 13);
      });
    }),
  );
});

test('a negative distance and less than one accepted sample are refused', () => {
  const setting = { thetaStar: [0], knowledgeCenter: [0], radius: 1, noise: 1, noiseAllowance: 0, singularValues: [1] };
  expect(() => oneStepBound(setting, -1, 5)).toThrow(SettingError);
  expect(() => oneStepBound(setting, 1, 0)).toThrow(SettingError);
  expect(() => oneStepError({ center: 0, halfWidth: 1, noise: 1 }, 0, 0)).toThrow(SettingError);
});
