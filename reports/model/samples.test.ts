import { expect, test } from 'vitest';
import { decision } from '../testing/evidence.ts';
import { exampleSuite } from '../testing/suite.ts';
import { summarizeSamples } from './samples.ts';

const { quantities } = exampleSuite;

/** The quantiles of each quantity of settings of one claim. */
const quantilesOf = (...settings: readonly unknown[]) => {
  const records = settings.map((setting, index) => ({ ...decision('holds', index, 1), setting }));
  const samples = summarizeSamples(records, quantities);
  return Object.fromEntries(samples.map(({ quantity, marginals }) => [quantity, marginals[0]!.quantiles]));
};

test('quartiles are over the settings, to four digits', () => {
  const { noise } = quantilesOf(...[1, 2, 3, 4, 5.00049].map((noise) => ({ noise })));
  expect(noise).toEqual([1, 2, 3, 4, 5]);
});

test('between two values, quartiles are linear', () => {
  expect(quantilesOf({ n: 9 }, { n: 16 }).n).toEqual([9, 10.75, 12.5, 14.25, 16]);
});

test('quantities are in the order of the suite, with the claims whose settings have them', () => {
  const records = [
    { ...decision('b', 0, 1), setting: { n: 1, noise: 2 } },
    { ...decision('a', 0, 1), setting: { n: 3 } },
    { ...decision('c', 0, 1), setting: null },
  ];
  const samples = summarizeSamples(records, quantities);
  expect(samples.map(({ symbol, marginals }) => [symbol, marginals.map(({ claim }) => claim)])).toEqual([
    ['σ', ['b']],
    ['n', ['a', 'b']],
  ]);
});

test('a quantity that no setting has is absent', () => {
  expect(Object.keys(quantilesOf({ n: 1 }))).toEqual(['n']);
});

test('a setting may have a quantity several times', () => {
  const twice = { ...quantities, of: () => [['n', 1] as const, ['n', 2] as const] };
  expect(summarizeSamples([decision('holds', 0, 1)], twice)[0]!.marginals[0]!.values).toBe(2);
});
