import { expect, test } from 'vitest';
import { walksDesign } from '../../testing/walks/design.ts';
import { curveRecords, type UsedRun } from './curve-records.ts';
import type { ReplicatedDesign } from './design.ts';

const used = (replicate: number, last: number, steering = 'none'): UsedRun => ({
  run: {
    population: { data: 'a', setting: 'calm' },
    arm: { steering },
    mutant: null,
    seed: 1,
    replicate,
    rounds: last,
    observeAll: false,
    samples: false,
  },
  curve: { rounds: Array.from({ length: last + 1 }, (_, round) => ({ round })) },
});

const records = (runs: readonly UsedRun[]) => curveRecords(runs, walksDesign as ReplicatedDesign);
const summary = (runs: readonly UsedRun[]) =>
  records(runs).map(({ replicate, armText, rounds }) => [replicate, armText, rounds.length - 1]);

test('an arm of a replicate is recorded once, as far as any decision looked, whichever looked first', () => {
  expect(summary([used(0, 4), used(0, 8), used(0, 4)])).toEqual([[0, 'free', 8]]);
  expect(summary([used(0, 8), used(0, 4)])).toEqual([[0, 'free', 8]]);
});

test('other arms and replicates have records of their own, in the order of their first use', () => {
  expect(summary([used(1, 4), used(0, 4), used(1, 4, 'home'), used(1, 8)])).toEqual([
    [1, 'free', 8],
    [0, 'free', 4],
    [1, 'steered home', 4],
  ]);
});

test('a record has population and arm as data and in words', () => {
  expect(records([used(0, 1)])).toEqual([
    {
      type: 'observation',
      kind: 'replicated-runs',
      population: { data: 'a', setting: 'calm' },
      populationName: 'a, calm',
      arm: { steering: 'none' },
      armText: 'free',
      replicate: 0,
      rounds: [{ round: 0 }, { round: 1 }],
    },
  ]);
});
