import { expect, test } from 'vitest';
import { curve } from '../testing/curves.ts';
import { replicatedEvidence } from '../testing/replicated.ts';
import { summarizeCurves } from './curves.ts';

const full = { treatment: 'full' } as const;

const observed = (replicate: number, values: readonly number[], rest: object = {}) => ({
  ...curve(full, replicate, 0),
  rounds: values.map((distance, round) => ({ round, distance, spread: 1, ...rest })),
});

test('a metric has its mean and one standard deviation to each side, round by round', () => {
  const [summary, ...others] = summarizeCurves([observed(0, [1, 4]), observed(1, [3, 4]), observed(2, [5, 4])]);
  expect(others).toEqual([]);
  expect(summary).toMatchObject({
    population: { colony: 'first', setting: 'warm' },
    populationName: 'first colony, warm',
    arm: full,
    armText: 'full treatment',
  });
  expect(summary!.metrics.distance).toEqual([
    { round: 0, replicates: 3, mean: 3, low: 1, high: 5 },
    { round: 1, replicates: 3, mean: 4, low: 4, high: 4 },
  ]);
});

test('every field of a round but its number is a metric, in the order in which the rounds first have them', () => {
  const [late, early] = [observed(0, [1, 2], { cost: 60 }), observed(1, [1, 2], { weight: 1, cost: 61 })];
  const more = observed(2, [1, 2], { weight: 2 });
  expect(Object.keys(summarizeCurves([more, early, late])[0]!.metrics)).toEqual([
    'distance',
    'spread',
    'cost',
    'weight',
  ]);
});

test('a curve ends where the second replicate ends, and those that ended before have no part in it', () => {
  const [summary] = summarizeCurves([observed(0, [1, 2, 3]), observed(1, [3, 2]), observed(2, [100])]);
  expect(summary!.metrics.distance!.map(({ replicates, mean }) => [replicates, mean])).toEqual([
    [2, 2],
    [2, 2],
  ]);
});

test('a metric that only one replicate observed is left out, also one that is named like a method of objects', () => {
  const [summary] = summarizeCurves([observed(0, [1, 2], { cost: 60, toString: 1 }), observed(1, [1, 2])]);
  expect(Object.keys(summary!.metrics)).toEqual(['distance', 'spread']);
});

test('an arm of one replicate has no summary; arms and populations are told apart', () => {
  expect(summarizeCurves(replicatedEvidence).map(({ arm }) => arm)).toEqual([full]);
  const pairs = [0, 1].flatMap((replicate) => {
    const other = { ...curve(full, replicate, 0), population: { colony: 'second', setting: 'warm' } };
    return [curve(full, replicate, 0), curve({ treatment: 'none' }, replicate, 0), other];
  });
  expect(summarizeCurves(pairs)).toHaveLength(3);
});

test('the order of the records changes nothing, not even a bit', () => {
  const records = [0.1, 0.7, 0.3, 0.9].map((value, replicate) => observed(replicate, [value]));
  expect(summarizeCurves(records.toReversed())).toEqual(summarizeCurves(records));
});
