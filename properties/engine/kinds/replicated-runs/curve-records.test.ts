import { expect, test } from 'vitest';
import { curveRecords, type UsedRun } from './curve-records.ts';

const used = (replicate: number, last: number, keep = 1): UsedRun => ({
  run: {
    digits: 'procedural',
    setting: 'warm',
    arm: { keep },
    mutant: null,
    seed: 1,
    replicate,
    rounds: last,
    observeAll: false,
    samples: false,
  },
  curve: {
    rounds: Array.from({ length: last + 1 }, (_, round) => ({
      round,
      frechet: replicate,
      frechetToReference: 0,
      classVariance: 1,
      slant: 0,
      ink: 1,
    })),
  },
});

const summary = (runs: readonly UsedRun[]) =>
  curveRecords(runs).map(({ replicate, arm, rounds }) => [replicate, arm.keep, rounds.length - 1]);

test('an arm of a replicate is recorded once, as far as any decision looked, whichever looked first', () => {
  expect(summary([used(0, 4), used(0, 8), used(0, 4)])).toEqual([[0, 1, 8]]);
  expect(summary([used(0, 8), used(0, 4)])).toEqual([[0, 1, 8]]);
});

test('other arms and replicates have records of their own, in the order of their first use', () => {
  expect(summary([used(1, 4), used(0, 4), used(1, 4, 0.1), used(1, 8)])).toEqual([
    [1, 1, 8],
    [0, 1, 4],
    [1, 0.1, 4],
  ]);
});
