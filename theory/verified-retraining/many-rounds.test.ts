import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceToCenterBound, exactMeans, exactTrajectory, unverifiedError } from './many-rounds.ts';
import { constant, geometric, linear, type Setting, SettingError } from './model.ts';
import { oneRoundLaw } from './one-round/law.ts';
import { oneRoundMse } from './one-round.ts';
import { arbitraryKept, arbitrarySetting } from './testing/arbitrary-setting.ts';

type Cell = Setting & {
  id: number;
  realSamples: number;
  keptPerDirection: number[];
  mseToCenter: number[];
  mseToTruth: number[];
  boundToCenter: number[];
};
const cells: Cell[] = JSON.parse(
  readFileSync(new URL('testing/reference/many-rounds.json', import.meta.url), 'utf8'),
).cells;

const reference: Setting = {
  thetaStar: [0.2, -0.4],
  knowledgeCenter: [0.5, 0.1],
  radius: 0.6,
  noise: 0.9,
  noiseAllowance: 0.5,
  singularValues: [8, 3],
};

/** |a − b| in units of the larger noise variance: what "absolute" means for errors of a setting. */
const distance = (a: number, b: number, noise: number) => Math.abs(a - b) / noise ** 2;

test('the exact chain and the bound of Theorem 4.1 agree with the reference cells', () => {
  expect(cells.length).toBeGreaterThan(10);
  for (const cell of cells) {
    const rounds = cell.keptPerDirection.length;
    const { toCenter, toTruth } = exactTrajectory(cell, cell.keptPerDirection, rounds);
    const bound = distanceToCenterBound(cell, cell.keptPerDirection, rounds);
    const label = `cell ${cell.id}`;
    const greatest = (departure: (k: number) => number) =>
      Math.max(...Array.from({ length: rounds + 1 }, (_, k) => Math.abs(departure(k))));
    // The reference itself is right to 3e-10.
    expect(
      greatest((k) => toCenter[k]! - cell.mseToCenter[k]!),
      label,
    ).toBeLessThan(4e-10);
    expect(
      greatest((k) => toTruth[k]! - cell.mseToTruth[k]!),
      label,
    ).toBeLessThan(4e-10);
    expect(
      greatest((k) => bound[k]! / cell.boundToCenter[k]! - 1),
      label,
    ).toBeLessThan(1e-12);
  }
});

test('no exact error exceeds the bound of Theorem 4.1, whatever the setting and the schedule', () => {
  const schedules = fc.array(arbitraryKept, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(arbitrarySetting(2), schedules, (setting, schedule) => {
      const { toCenter } = exactTrajectory(setting, schedule, schedule.length);
      distanceToCenterBound(setting, schedule, schedule.length).forEach((bound, k) => {
        // The chain guarantees 1e-10·σ² per direction.
        expect(toCenter[k]).toBeLessThanOrEqual(bound + 2e-10 * setting.noise ** 2);
      });
    }),
    { numRuns: 400 },
  );
});

test('the bound is all but reached by a strict verifier of small bias', () => {
  const strict = { ...reference, thetaStar: [0.3, 0.1], radius: 0.1, noiseAllowance: 0.4 };
  const bound = distanceToCenterBound(strict, linear(20, 10), 20);
  exactTrajectory(strict, linear(20, 10), 20).toCenter.forEach((exact, k) => {
    expect(exact / bound[k]!).toBeGreaterThan(0.95);
    expect(exact / bound[k]!).toBeLessThanOrEqual(1);
  });
});

test('reading n₀ as the real sample size makes the bound false', () => {
  const realSamples = 400;
  const schedule = [20, 20, 20, 20];
  const setting = { ...reference, singularValues: [20, 20], thetaStar: reference.knowledgeCenter };
  const misread = distanceToCenterBound(setting, [realSamples, ...schedule], 4);
  const exact = exactTrajectory(setting, schedule, 4).toCenter;
  expect(exact[1]).toBeGreaterThan(2 * misread[1]!);
  expect(exact[1]).toBeLessThanOrEqual(distanceToCenterBound(setting, schedule, 4)[1]!);
});

test('one round of the chain is the one-round quadrature, in error and in mean', () => {
  fc.assert(
    fc.property(arbitrarySetting(3), arbitraryKept, (setting, kept) => {
      const { noise, thetaStar, singularValues } = setting;
      const { toTruth } = exactTrajectory(setting, [kept], 1);
      const { baseline, exact } = oneRoundMse(setting, kept);
      // Products of size θ*² are subtracted: their rounding comes on top of the chain's own error.
      const scale = thetaStar.reduce((sum, value) => sum + (value / noise) ** 2, 0);
      const allowed = 1e-10 * singularValues.length + 1e-14 * scale;
      expect(distance(toTruth[0]!, baseline, noise)).toBeLessThan(allowed);
      expect(distance(toTruth[1]!, exact, noise)).toBeLessThan(allowed);
      const [start, after] = exactMeans(setting, [kept], 1) as [number[], number[]];
      const laws = oneRoundLaw(setting, kept);
      thetaStar.forEach((value, j) => {
        expect(start[j]).toBeCloseTo(value, 12);
        expect(Math.abs(after[j]! - laws[j]!.mean) / noise).toBeLessThan(1e-10 + 1e-14 * Math.sqrt(scale));
      });
    }),
    { numRuns: 80 },
  );
});

test('the error to the truth is that to the center moved by the mean', () => {
  const { toCenter, toTruth } = exactTrajectory(reference, linear(10, 5), 12);
  exactMeans(reference, linear(10, 5), 12).forEach((means, k) => {
    const moved = means.reduce((sum, mean, j) => {
      const center = reference.knowledgeCenter[j]!;
      const truth = reference.thetaStar[j]!;
      return sum - 2 * (truth - center) * (mean - center) + (truth - center) ** 2;
    }, 0);
    expect(toTruth[k]).toBeCloseTo(toCenter[k]! + moved, 13);
  });
});

test('growing n_k lead to the knowledge center, so to Δ² from the truth', () => {
  const { toCenter, toTruth } = exactTrajectory(reference, geometric(50, 1.5), 40);
  expect(toCenter[40]).toBeLessThan(1e-6);
  // ‖θ*−θ_c‖² = 0.3² + 0.5²; the cross term is at most 2Δ√toCenter.
  expect(Math.abs(toTruth[40]! - 0.34)).toBeLessThan(2 * Math.sqrt(0.34 * toCenter[40]!) + toCenter[40]!);
});

test('rotating the setting with its directions changes nothing', () => {
  const [cosine, sine] = [0.6, 0.8];
  const rotate = ([a, b]: readonly [number, number]): number[] => [cosine * a - sine * b, sine * a + cosine * b];
  const rotated: Setting = {
    ...reference,
    thetaStar: rotate([0.2, -0.4]),
    knowledgeCenter: rotate([0.5, 0.1]),
    directions: [rotate([1, 0]), rotate([0, 1])],
  };
  const schedule = [3, 1, 20, 7];
  const [straight, turned] = [reference, rotated].map((setting) => exactTrajectory(setting, schedule, 4));
  turned!.toTruth.forEach((value, k) => {
    expect(value).toBeCloseTo(straight!.toTruth[k]!, 13);
  });
  exactMeans(rotated, schedule, 4).forEach((means, k) => {
    means.forEach((mean, j) => {
      expect(mean).toBeCloseTo(exactMeans(reference, schedule, 4)[k]![j]!, 13);
    });
  });
  expect(distanceToCenterBound(rotated, schedule, 4)[4]).toBeCloseTo(
    distanceToCenterBound(reference, schedule, 4)[4]!,
    13,
  );
});

test('without a verifier the error grows linearly at constant n and stays bounded for geometric n', () => {
  const errors = unverifiedError(reference, constant(50), 30);
  errors.forEach((error, k) => {
    expect(error).toBeCloseTo(0.81 * (1 / 64 + 1 / 9 + (2 * k) / 50), 12);
  });
  const bounded = unverifiedError(reference, geometric(64, 2), 30);
  expect(bounded[30]).toBeLessThan(0.81 * (1 / 64 + 1 / 9 + (2 * 2) / 64));
});

test('no rounds leave the start alone, and a setting or schedule outside the model is refused', () => {
  expect(exactTrajectory(reference, [], 0).toTruth[0]).toBeCloseTo(0.81 * (1 / 64 + 1 / 9), 14);
  for (const f of [distanceToCenterBound, exactTrajectory, exactMeans, unverifiedError]) {
    expect(() => f(reference, [10], 2)).toThrow(SettingError);
    expect(() => f(reference, [10, 0], 2)).toThrow(SettingError);
    expect(() => f(reference, [10], -1)).toThrow(SettingError);
    expect(() => f({ ...reference, noise: 0 }, [10], 1)).toThrow(SettingError);
  }
});
