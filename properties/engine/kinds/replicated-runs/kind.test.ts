import { expect, test } from 'vitest';
import { canonicalJson } from '../../canonical-json.ts';
import { kindOf } from '../../suite.ts';
import { tierOf } from '../../suite-content.ts';
import { grows, steered, steeredIsCloser } from '../../testing/walks/claims/walks.ts';
import { suite } from '../../testing/walks/suite.ts';
import type { RunTask } from './carry-out.ts';
import { REPLICATED_RUNS } from './description.ts';

const kind = kindOf(suite, REPLICATED_RUNS);

const task: RunTask = {
  kind: REPLICATED_RUNS,
  configuration: { data: ['a', 'b'] },
  run: {
    population: { data: 'b', setting: 'calm' },
    arm: grows.arms.free!.arm,
    mutant: null,
    seed: 1,
    replicate: 0,
    rounds: 6,
    observeAll: false,
    samples: false,
  },
};

/** Checkpoints in memory that fail, once, when so many have been saved; and how many were saved. */
function failingAfter(saves: number) {
  const kept = new Map<string, Uint8Array>();
  let saved = 0;
  return {
    saved: () => saved,
    load: async (work: unknown) => kept.get(canonicalJson(work)),
    async save(work: unknown, bytes: Uint8Array) {
      saved += 1;
      if (saved === saves) throw new Error('killed');
      kept.set(canonicalJson(work), bytes);
    },
    async remove() {},
  };
}

const performWith = async (checkpoints: ReturnType<typeof failingAfter>) => {
  const finished = await kind.perform(task, { suite, checkpoints, local: {} });
  return (finished as { readonly curve: unknown }).curve;
};

test('a run that was killed is done again from its last round, and comes to the same', async () => {
  const never = failingAfter(Number.POSITIVE_INFINITY);
  const curve = await performWith(never);
  const checkpoints = failingAfter(5);
  await expect(performWith(checkpoints)).rejects.toThrow('killed');
  expect(await performWith(checkpoints)).toEqual(curve);
  // One round was lost, that of the kill.
  expect(checkpoints.saved()).toBe(never.saved() + 1);
});

test('a run is named by its arm, replicate, population and mutant, and by the claims that have the arm', () => {
  expect(kind.name(task, suite)).toBe(
    'run of arm {"steering":"none"}, replicate 0, 6 rounds, b, calm, of claims grows, steered-is-closer',
  );
  const wrong = { ...task, run: { ...task.run, arm: { steering: 'nowhere' }, mutant: 'growth-stops' } };
  expect(kind.name(wrong, suite)).toBe(
    'run of arm {"steering":"nowhere"}, replicate 0, 6 rounds, b, calm, mutant growth-stops',
  );
});

test('a claim is described by its arms, its effects, and where it is not said to hold', () => {
  expect(kind.describe(steeredIsCloser, { tier: tierOf(suite, 'full'), options: {} })).toEqual({
    domain: 'Replicates of fixed settings: a, calm; b, calm.',
    strata: ['a, calm', 'b, calm'],
    settings: 2,
    drawn: false,
    details: {
      arms: {
        steered: { arm: steered, text: 'steered home', rounds: 14 },
        free: { arm: { steering: 'none' }, text: 'free', rounds: 5 },
      },
      effects: [
        { name: 'steered / free', direction: 'negative', smallest: 0.1 },
        { name: 'gain', direction: 'negative', smallest: 0.1 },
      ],
      excluded: [{ setting: 'rough', reason: 'it was never tried there' }],
      remarks: [],
    },
  });
});
