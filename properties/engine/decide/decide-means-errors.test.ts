import { expect, it } from 'vitest';
import { streamFamily } from '../../../sim/random/stream.ts';
import { atLeast, type Comparison, equals } from './comparison.ts';
import { decideMeans } from './decide-means.ts';
import { boundedTest, type OneSidedTest, type Side } from './means/one-sided-test.ts';
import { refuting, supporting } from './means/side-tests.ts';

/** An error so small that no decision of that kind is made. */
const NEVER = 1e-300;
const unit = [0, 1] as const;
const both = equals('both sides', 0.6, 0.1, unit);
const above = atLeast('one side', 0.5, 0.1, 0.6, unit);
const pathOf = (name: string, mean: number) => {
  const stream = streamFamily(1, name, 0).at(0);
  return Array.from({ length: 200 }, () => (stream.uniform() < mean ? 1 : 0));
};
const inside = pathOf('inside', 0.6);

/** The most evidence that a test ever has on a path. */
function most(test: OneSidedTest, path: readonly number[]): number {
  return path.reduce((largest, x) => {
    test.observe(x);
    return Math.max(largest, test.logEvidence);
  }, 0);
}
const supportOf = (side: Side, path: readonly number[]) => most(boundedTest(side, unit, supporting), path);
const refutationOf = (side: Side, path: readonly number[]) => most(boundedTest(side, unit, refuting), path);

const decide = (
  comparisons: readonly Comparison[],
  paths: readonly (readonly number[])[],
  errors: { falseSupport: number; falseRefutation: number },
) =>
  decideMeans(
    comparisons,
    (replicate, out) => {
      for (const [column, path] of paths.entries()) out[column] = path[replicate]!;
    },
    { ...errors, maximumReplicates: inside.length },
  ).verdict;

it('falseSupport is that of every supporting test, however many there are', () => {
  const other = pathOf('other', 0.62);
  const weakest = Math.min(
    supportOf({ direction: 'above', threshold: 0.5, expected: 0.6 }, inside),
    supportOf({ direction: 'below', threshold: 0.7, expected: 0.6 }, inside),
    supportOf({ direction: 'above', threshold: 0.4, expected: 0.6 }, other),
  );
  expect(weakest).toBeGreaterThan(1);
  for (const [slack, verdict] of [
    [1.001, 'supported'],
    [0.999, 'undecided'],
  ] as const) {
    const errors = { falseSupport: slack * Math.exp(-weakest), falseRefutation: NEVER };
    expect(decide([both, above], [inside, other], errors)).toBe(verdict);
  }
});

it.each([
  ['one', [above], 1],
  ['two', [both], 2],
  ['three', [above, both], 3],
  ['four', [above, { ...above, name: 'again' }, both], 4],
] as const)('falseRefutation is split equally over %s refuting tests', (_, comparisons, tests) => {
  // The first comparison is refuted from below. The others are given what supports them.
  const low = pathOf('low', 0.25);
  const threshold = comparisons[0]!.above!.refute;
  const evidence = refutationOf({ direction: 'below', threshold }, low);
  expect(evidence).toBeGreaterThan(5);
  for (const [slack, verdict] of [
    [1.001, 'refuted'],
    [0.999, 'undecided'],
  ] as const) {
    const errors = { falseSupport: NEVER, falseRefutation: slack * tests * Math.exp(-evidence) };
    expect(decide(comparisons, [low, inside, inside].slice(0, comparisons.length), errors)).toBe(verdict);
  }
});
