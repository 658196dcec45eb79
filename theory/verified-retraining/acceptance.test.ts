import erfc from '@stdlib/math-base-special-erfc';
import { expect, test } from 'vitest';
import { acceptanceProbability } from './acceptance.ts';
import { SettingError } from './model.ts';

const setting = {
  thetaStar: [0, 0],
  knowledgeCenter: [1, -2],
  radius: 0.5,
  noise: 0.7,
  noiseAllowance: 0.3,
  singularValues: [3, 1],
};

test('is the normal probability of |v_jᵀ(θ̂ − θ_c) + ξ| ≤ r + σ_c', () => {
  const upperTail = (z: number) => erfc(z / Math.SQRT2) / 2;
  const [first, second] = acceptanceProbability(setting, [0.4, -2]);
  expect(first).toBeCloseTo(upperTail((1 - 0.8 - 0.4) / 0.7) - upperTail((1 + 0.8 - 0.4) / 0.7), 14);
  expect(second).toBeCloseTo(1 - 2 * upperTail(0.8 / 0.7), 14);
});

test('sees the estimate along the directions', () => {
  const turned = {
    ...setting,
    directions: [
      [0, 1],
      [1, 0],
    ],
  };
  expect(acceptanceProbability(turned, [0.4, -1.7])).toEqual(acceptanceProbability(setting, [0.4, -1.7]).reverse());
});

test('is 1.6e-5 five standard deviations away at r = 0.05 and the usual allowance', () => {
  const strict = {
    ...setting,
    noise: 1,
    radius: 0.05,
    noiseAllowance: Math.sqrt(2 / Math.PI),
    knowledgeCenter: [5, 5],
  };
  for (const probability of acceptanceProbability(strict, [0, 0])) expect(probability * 1e5).toBeCloseTo(1.6, 1);
});

test.each([[[1]], [[1, Number.NaN]], [[1, 2, 3]]])('refuses the estimate %j', (estimate) => {
  expect(() => acceptanceProbability(setting, estimate)).toThrow(SettingError);
});
