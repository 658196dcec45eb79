import { expect, test } from 'vitest';
import { quantities } from './quantities.ts';

const setting = {
  thetaStar: [0, 0],
  knowledgeCenter: [3, 4],
  radius: 1,
  noise: 2,
  noiseAllowance: 0.5,
  singularValues: [3, 4],
};

/** The values of each quantity of a setting. */
function valuesOf(given: unknown): Record<string, number[]> {
  const values: Record<string, number[]> = {};
  for (const [quantity, value] of quantities.of(given)) values[quantity] = [...(values[quantity] ?? []), value];
  return values;
}

test('a setting gives its quantities in units of the problem', () => {
  expect(valuesOf({ setting, kept: 7 })).toEqual({
    dimension: [2],
    noise: [2],
    bias: [2.5],
    radius: [0.5],
    halfWidth: [0.75],
    realSamples: [9, 16],
    kept: [7],
  });
});

test('every quantity that a setting gives is described', () => {
  const described = quantities.list.map(({ quantity }) => quantity);
  expect(Object.keys(valuesOf({ setting, kept: 7 })).toSorted()).toEqual(described.toSorted());
});

test.each([
  ['bare', setting],
  ['with other things', { estimate: [1], setting, design: 'block' }],
  [
    'in the arms of a counterexample',
    { orders: [{ larger: { setting, schedule: [4, 5] }, smaller: { schedule: [] } }] },
  ],
])('a setting is found %s', (_, given) => {
  expect(valuesOf(given)).toMatchObject({ bias: [2.5], noise: [2] });
});

test.each([
  [{ kept: 5 }, 5],
  [{ kept: [6, 9] }, 6],
  [{ growth: { kind: 'linear', first: 8, step: 2 } }, 8],
  [{ growth: { kind: 'random', kept: [3, 4] } }, 3],
  [{ schedule: [4, 5], rounds: 2 }, 4],
])('the first round of %j keeps %d', (given, kept) => {
  expect(valuesOf({ setting, ...given }).kept).toEqual([kept]);
});

test('a known start has no real samples', () => {
  expect(valuesOf({ ...setting, singularValues: [1e8, 1e8] })).not.toHaveProperty('realSamples');
});

test.each([
  [null],
  [3],
  ['thetaStar'],
  [{ n: 1 }],
  [{ setting: 'warm' }],
  [{ ...setting, noise: -1 }],
  [{ ...setting, radius: 'x' }],
  [{ kept: 2000, side: 14 }],
])('%j, which is no setting of the model, has no quantities', (given) => {
  expect(valuesOf(given)).toEqual({});
});
