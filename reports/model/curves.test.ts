import { expect, test } from 'vitest';
import { curve, retrainingEvidence, verified } from '../testing/replicated.ts';
import { summarizeCurves } from './curves.ts';

const observed = (replicate: number, values: readonly number[], rest: object = {}) => {
  const known = curve(verified({}), replicate, 0);
  return { ...known, rounds: values.map((frechet, round) => ({ ...known.rounds[0]!, round, frechet, ...rest })) };
};

test('a metric has its mean and one standard deviation to each side, round by round', () => {
  const [summary, ...others] = summarizeCurves([observed(0, [1, 4]), observed(1, [3, 4]), observed(2, [5, 4])]);
  expect(others).toEqual([]);
  expect(summary).toMatchObject({
    digits: 'mnist',
    setting: 'warm',
    text: 'retrained verifier that knows all real images, keeps 10 %',
  });
  expect(summary!.metrics.frechet).toEqual([
    { round: 0, replicates: 3, mean: 3, low: 1, high: 5 },
    { round: 1, replicates: 3, mean: 4, low: 4, high: 4 },
  ]);
});

test('a curve ends where the second replicate ends, and those that ended before have no part in it', () => {
  const [summary] = summarizeCurves([observed(0, [1, 2, 3]), observed(1, [3, 2]), observed(2, [100])]);
  expect(summary!.metrics.frechet!.map(({ replicates, mean }) => [replicates, mean])).toEqual([
    [2, 2],
    [2, 2],
  ]);
});

test('a metric that only one replicate observed is left out', () => {
  const [summary] = summarizeCurves([observed(0, [1, 2], { negativeElbo: 60 }), observed(1, [1, 2])]);
  expect(summary!.metrics).not.toHaveProperty('negativeElbo');
});

test('an arm of one replicate has no summary, and arms are told apart', () => {
  expect(summarizeCurves(retrainingEvidence).map(({ arm }) => arm)).toEqual([verified({})]);
  expect(
    summarizeCurves(
      [0, 1].flatMap((replicate) => [curve(verified({}), replicate, 0), curve({ keep: 1 }, replicate, 0)]),
    ),
  ).toHaveLength(2);
});

test('the order of the records changes nothing, not even a bit', () => {
  const records = [0.1, 0.7, 0.3, 0.9].map((value, replicate) => observed(replicate, [value]));
  expect(summarizeCurves(records.toReversed())).toEqual(summarizeCurves(records));
});
