import { expect, test } from 'vitest';
import { oneRoundMse } from '../one-round.ts';
import { standardBasisSetting } from './standard-basis.ts';

const [cosine, sine] = [Math.cos(0.4), Math.sin(0.4)];
const rotated = {
  thetaStar: [0.3, -1.2],
  knowledgeCenter: [0.7, -1.1],
  radius: 0.4,
  noise: 0.8,
  noiseAllowance: 0.5,
  singularValues: [9, 2],
  directions: [
    [cosine, sine],
    [-sine, cosine],
  ],
};

test('gives each coordinate the variance of the start along it', () => {
  const { singularValues, directions } = standardBasisSetting(rotated);
  expect(directions).toBeUndefined();
  expect(1 / singularValues[0]! ** 2).toBeCloseTo(cosine ** 2 / 81 + sine ** 2 / 4, 15);
  expect(1 / singularValues[1]! ** 2).toBeCloseTo(sine ** 2 / 81 + cosine ** 2 / 4, 15);
});

test('keeps the error of the start, and not that of the round', () => {
  const [along, standard] = [oneRoundMse(rotated, 50), oneRoundMse(standardBasisSetting(rotated), 50)];
  expect(standard.baseline / along.baseline).toBeCloseTo(1, 14);
  expect(Math.abs(standard.exact / along.exact - 1)).toBeGreaterThan(1e-3);
});

test('changes nothing when the directions are the standard basis', () => {
  const { directions: _, ...block } = rotated;
  expect(standardBasisSetting(block)).toEqual(block);
  const identity = [
    [1, 0],
    [0, 1],
  ];
  expect(standardBasisSetting({ ...block, directions: identity }).singularValues).toEqual(block.singularValues);
});

test('refuses directions that are no basis', () => {
  expect(() =>
    standardBasisSetting({ ...rotated, directions: [rotated.directions[0]!, rotated.directions[0]!] }),
  ).toThrow('an orthonormal basis is needed');
});
