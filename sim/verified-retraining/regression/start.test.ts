import { describe, expect, test } from 'vitest';
import { SettingError } from '../../../theory/verified-retraining/model.ts';
import { keyedStream, streamFamily } from '../../random/stream.ts';
import { bandBetween, distanceBetween } from '../../random/testing/goodness-of-fit.ts';
import { settingFromDesign } from './real-design.ts';
import { type DrawStart, startFromFit, startFromLaw } from './start.ts';

const stream = keyedStream(1, 'start design', 0, 0);
const design = Array.from({ length: 9 }, () => [stream.normal(), 0.5 * stream.normal(), 2 + stream.normal()]);
const setting = settingFromDesign(design, {
  thetaStar: [1, -2, 0.5],
  knowledgeCenter: [1, -1, 1],
  radius: 1,
  noise: 0.7,
  noiseAllowance: 0.5,
});

const starts = (start: DrawStart, claim: string, count: number) => {
  const family = streamFamily(1, claim, 0);
  const estimate = new Float64Array(3);
  return Array.from({ length: count }, (_, replicate) => {
    start(family.at(replicate), estimate);
    return [...estimate];
  });
};

describe('the start', () => {
  test('by a fit has the same law as the start from the exact law, in every coordinate and jointly', () => {
    const count = 20_000;
    const fitted = starts(startFromFit(setting, setting.noise, design), 'fitted', count);
    const drawn = starts(startFromLaw(setting, setting.noise), 'drawn', count);
    // Coordinates, and projections that mix two or three of them: dependent coordinates would change their law.
    const projections = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [1, 1, 0],
      [1, -1, 0],
      [0, 1, 1],
      [1, 0, -1],
      [3, 5, 1],
    ].map((weights) => weights.map((weight, j) => weight * setting.singularValues[j]!));
    for (const projection of projections) {
      const onto = (estimates: number[][]) =>
        Float64Array.from(estimates, (estimate) => estimate.reduce((sum, value, j) => sum + value * projection[j]!, 0));
      expect(distanceBetween(onto(fitted), onto(drawn))).toBeLessThan(bandBetween(count, count));
    }
  });

  test('refuses a design with other singular values or directions than the setting', () => {
    const { noise, singularValues } = setting;
    const longer = { ...setting, singularValues: singularValues.map((mu) => mu * 1.001) };
    const turned = { ...setting, directions: [...setting.directions!].reverse() };
    for (const other of [longer, turned]) {
      expect(() => startFromFit(other, noise, design)).toThrow(SettingError);
      expect(() => startFromFit(other, noise, design)).toThrow(
        'X₀ does not have the setting’s spectrum'.replace('’', "'"),
      );
    }
    expect(() => startFromFit(setting, noise, [[1], [2]])).toThrow(
      'X₀ has 1 columns but the setting has 3 singular values',
    );
  });
});
