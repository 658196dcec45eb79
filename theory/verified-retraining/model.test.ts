import { describe, expect, it, test } from 'vitest';
import {
  constant,
  coordinates,
  geometric,
  keptByRound,
  linear,
  meanAbsoluteNoise,
  type Setting,
  SettingError,
  validateKept,
  validateSetting,
} from './model.ts';

const setting: Setting = {
  thetaStar: [0.3, -1.2],
  knowledgeCenter: [0.7, -1.1],
  radius: 0.4,
  noise: 0.8,
  noiseAllowance: 0,
  singularValues: [9, 4],
  directions: [
    [0.6, 0.8],
    [-0.8, 0.6],
  ],
};

describe('validateSetting', () => {
  it('returns a setting of the model as it is', () => {
    expect(validateSetting(setting)).toBe(setting);
  });

  it.each<[Partial<Setting>, string]>([
    [{ thetaStar: [], knowledgeCenter: [], singularValues: [] }, 'singularValues is empty'],
    [{ thetaStar: [1] }, 'thetaStar has 1 entries but singularValues has 2'],
    [{ knowledgeCenter: [0, Number.NaN] }, 'knowledgeCenter[1] = NaN'],
    [{ singularValues: [9, 0] }, 'singularValues[1] = 0'],
    [{ noise: 0 }, 'noise = 0'],
    [{ noise: Infinity }, 'noise = Infinity'],
    [{ radius: -0.1 }, 'radius = -0.1'],
    [{ noiseAllowance: Number.NaN }, 'noiseAllowance = NaN'],
    [{ radius: 0 }, 'radius + noiseAllowance = 0'],
    [{ directions: [[1, 0]] }, 'directions must be 2 vectors of 2 entries'],
    [
      {
        directions: [
          [1, 0],
          [1, 0],
        ],
      },
      'directions 0 and 1 have inner product 1',
    ],
    [
      {
        directions: [
          [1, 0],
          [0, 1.00001],
        ],
      },
      'directions 1 and 1 have inner product',
    ],
    [
      {
        directions: [
          [1, 0],
          [0, Infinity],
        ],
      },
      'directions[1][1] = Infinity',
    ],
  ])('refuses %j by the name of its field', (change, message) => {
    const wrong = () => validateSetting({ ...setting, ...change });
    expect(wrong).toThrow(SettingError);
    expect(wrong).toThrow(message);
  });
});

describe('keptByRound', () => {
  it('is a schedule, round by round', () => {
    expect(keptByRound(constant(7), 3)).toEqual([7, 7, 7]);
    expect(keptByRound(linear(20, 10), 3)).toEqual([20, 30, 40]);
    expect(keptByRound(geometric(5, 1.5), 4)).toEqual([5, 8, 11, 17]);
    expect(keptByRound([3, 1, 2], 2)).toEqual([3, 1]);
  });

  it.each([
    [[1], 2, 'schedule has 1 entries: 2 rounds need 2'],
    [[1, 0], 2, 'schedule[1] = 0'],
    [[1.5], 1, 'schedule[0] = 1.5'],
    [[1], -1, 'rounds = -1'],
    [[1], 0.5, 'rounds = 0.5'],
  ])('refuses %j over %d rounds', (schedule, rounds, message) => {
    expect(() => keptByRound(schedule, rounds)).toThrow(SettingError);
    expect(() => keptByRound(schedule, rounds)).toThrow(message);
  });
});

test('fractions and infinitely many accepted samples hold in the formulas of one round, less than one does not', () => {
  expect([1, 1.5, Infinity].map(validateKept)).toEqual([1, 1.5, Infinity]);
  for (const kept of [0.99, -1, Number.NaN]) expect(() => validateKept(kept)).toThrow(SettingError);
});

test('coordinates are along the directions, or along the standard basis where there are none', () => {
  const [first, second] = coordinates(setting, [1, 2]);
  expect(first).toBeCloseTo(0.6 + 1.6, 15);
  expect(second).toBeCloseTo(-0.8 + 1.2, 15);
  const { directions: _, ...standard } = setting;
  expect(coordinates(standard, [1, 2])).toEqual([1, 2]);
});

test('the mean of |ξ| for ξ ~ N(0, σ²) is √(2/π)·σ', () => {
  // ∫ |z|φ(z) dz by the trapezoidal rule, whose error at the kink of |z| is step²/12·2φ(0).
  let sum = 0;
  for (let i = -10_000; i <= 10_000; i++) sum += Math.abs(i / 1000) * Math.exp(-((i / 1000) ** 2) / 2);
  expect(meanAbsoluteNoise(3)).toBeCloseTo((3 * sum) / 1000 / Math.sqrt(2 * Math.PI), 5);
});
