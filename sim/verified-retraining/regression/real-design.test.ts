import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { SettingError } from '../../../theory/verified-retraining/model.ts';
import { keyedStream } from '../../random/stream.ts';
import { settingFromDesign, spectrum } from './real-design.ts';

const gaussianDesign = (rows: number, columns: number) => {
  const stream = keyedStream(1, 'real design', 0, 0);
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => stream.normal()));
};

describe('the spectrum of a real design', () => {
  test('gives back its Gram matrix', () => {
    const design = new Matrix(gaussianDesign(40, 5));
    const { singularValues, directions } = spectrum(design);
    const gram = design.transpose().mmul(design);
    for (let a = 0; a < 5; a++) {
      for (let b = 0; b < 5; b++) {
        const rebuilt = singularValues.reduce(
          (sum, mu, j) => sum + mu * mu * directions[j]![a]! * directions[j]![b]!,
          0,
        );
        expect(rebuilt).toBeCloseTo(gram.get(a, b), 11);
      }
    }
    expect([...singularValues].sort((a, b) => b - a)).toEqual(singularValues);
  });

  test('makes a setting', () => {
    const rest = { thetaStar: [1, 1, 1], knowledgeCenter: [1, 0, 1], radius: 1, noise: 1, noiseAllowance: 0.8 };
    const design = gaussianDesign(10, 3);
    expect(settingFromDesign(design, rest)).toEqual({ ...rest, ...spectrum(design) });
    expect(() => settingFromDesign(design, { ...rest, noise: 0 })).toThrow('noise = 0: σ > 0 is needed');
  });

  test.each([
    ['no rows', [], 'X₀ is empty: n₀ ≥ p ≥ 1 rows are needed'],
    ['no columns', [[], []], 'X₀ is empty: n₀ ≥ p ≥ 1 rows are needed'],
    ['ragged rows', [[1, 2], [3]], 'X₀[1] has 1 entries but X₀[0] has 2'],
    [
      'a NaN',
      [
        [1, 2],
        [3, Number.NaN],
      ],
      'X₀[1][1] = NaN: a finite number is needed',
    ],
    ['fewer rows than columns', [[1, 2]], 'X₀ has 1 rows and 2 columns: rank p needs n₀ ≥ p rows'],
    [
      'parallel columns',
      [
        [1, 2],
        [2, 4],
        [3, 6],
      ],
      'X₀ is rank deficient: its singular values run from',
    ],
    ['zeros', [[0], [0]], 'X₀ is rank deficient: its singular values run from 0 down to 0'],
  ])('is refused to a design with %s', (_, design, message) => {
    expect(() => spectrum(design)).toThrow(SettingError);
    expect(() => spectrum(design)).toThrow(message);
  });
});
