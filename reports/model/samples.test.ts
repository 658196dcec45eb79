import { expect, test } from 'vitest';
import { draw } from '../testing/evidence.ts';
import { summarizeSamples } from './samples.ts';

const setting = {
  thetaStar: [0, 0],
  knowledgeCenter: [3, 4],
  radius: 1,
  noise: 2,
  noiseAllowance: 0.5,
  singularValues: [3, 4],
};

/** The quantiles of each quantity of settings drawn for one claim. */
const quantilesOf = (...drawn: readonly unknown[]) =>
  Object.fromEntries(
    summarizeSamples(drawn.map((each, at) => ({ ...draw('holds', at, 1), setting: each }))).map(
      ({ quantity, marginals }) => [quantity, marginals[0]!.quantiles],
    ),
  );

const same = (value: number) => [value, value, value, value, value];

test('a setting gives its quantities in units of the problem', () => {
  expect(quantilesOf({ setting, kept: 7 })).toEqual({
    dimension: same(2),
    noise: same(2),
    bias: same(2.5),
    radius: same(0.5),
    halfWidth: same(0.75),
    realSamples: [9, 10.75, 12.5, 14.25, 16],
    kept: same(7),
  });
});

test.each([
  ['bare', setting],
  ['with other things', { estimate: [1], setting, design: 'block' }],
  [
    'in the arms of a counterexample',
    { orders: [{ larger: { setting, schedule: [4, 5] }, smaller: { schedule: [] } }] },
  ],
])('a setting is found %s', (_, drawn) => {
  expect(quantilesOf(drawn)).toMatchObject({ bias: same(2.5), noise: same(2) });
});

test.each([
  [{ kept: 5 }, 5],
  [{ kept: [6, 9] }, 6],
  [{ growth: { kind: 'linear', first: 8, step: 2 } }, 8],
  [{ growth: { kind: 'random', kept: [3, 4] } }, 3],
  [{ schedule: [4, 5], rounds: 2 }, 4],
])('the first round of %j keeps %d', (drawn, kept) => {
  expect(quantilesOf({ setting, ...drawn }).kept).toEqual(same(kept));
});

test('quartiles are over the draws, to four digits', () => {
  const { noise } = quantilesOf(...[1, 2, 3, 4, 5.00049].map((each) => ({ ...setting, noise: each })));
  expect(noise).toEqual([1, 2, 3, 4, 5]);
});

test('a known start has no real samples', () => {
  expect(quantilesOf({ ...setting, singularValues: [1e8, 1e8] })).not.toHaveProperty('realSamples');
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
])('what is no setting, %j, has no quantities', (drawn) => {
  expect(quantilesOf(drawn)).toEqual({});
});
