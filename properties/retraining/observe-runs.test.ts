import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Crew, Rank } from '../crew.ts';
import { openCrew } from '../crew.ts';
import { type StoreAddress, withTemporaryStore } from '../store.ts';
import { tiers } from '../tier.ts';
import { exampleClaims, exampleEquipment, grows, verifiedIsCloser } from './example/claims.ts';
import { type Laboratory, openLaboratory, type RetrainingRun } from './laboratory.ts';
import { observeRuns } from './observe-runs.ts';
import type { RetrainingTask } from './task.ts';
import { retrainingTiers } from './tier.ts';

const tier = tiers.quick;
const { short, long } = retrainingTiers.quick.rounds;
const unverified = grows.arms.unverified!.arm;
const verified = verifiedIsCloser.arms.verified!.arm;

const run: RetrainingRun = {
  digits: 'mnist',
  setting: 'warm',
  arm: verified,
  mutant: null,
  seed: 1,
  replicate: 2,
  rounds: short,
  observeAll: false,
  samples: false,
};

/** Calls `use` with what gives runs, a list of the tasks that the crew is given, and the store. */
async function observing(
  use: (
    observe: ReturnType<typeof observeRuns>,
    given: readonly { readonly task: RetrainingTask; readonly rank: Rank }[],
    again: () => ReturnType<typeof observeRuns>,
    store: StoreAddress,
  ) => Promise<void>,
): Promise<void> {
  const laboratory: Laboratory = await openLaboratory(exampleEquipment);
  const crew = openCrew(0);
  const given: { readonly task: RetrainingTask; readonly rank: Rank }[] = [];
  const watched = {
    ...crew,
    submit: (task: RetrainingTask, rank: Rank) => {
      given.push({ task, rank });
      return crew.submit(task, rank);
    },
  } as Crew;
  await withTemporaryStore((store) => {
    const open = () =>
      observeRuns(exampleClaims, { tier, equipment: exampleEquipment, laboratory, store, crew: watched });
    return use(open(), given, open, store);
  });
}

test('low replicates come first, and of a replicate the longest runs', () =>
  observing(async (observe, given) => {
    await Promise.all([observe(run), observe({ ...run, replicate: 0, rounds: long })]);
    expect(given.map(({ rank }) => rank)).toEqual([
      [0, 2, -short],
      [0, 0, -long],
    ]);
  }));

test('a mutant that cannot show in an arm shares the runs of the paper’s world', () =>
  observing(async (observe, given) => {
    const honest = await observe({ ...run, arm: unverified });
    const mutant = await observe({ ...run, arm: unverified, mutant: 'verifier-unused' });
    expect(mutant.curve).toEqual(honest.curve);
    expect(given).toHaveLength(1);
    const shown = await observe({ ...run, mutant: 'verifier-unused' });
    expect(shown.curve).not.toEqual((await observe(run)).curve);
  }));

test('a mutant that misreads shares the runs of the paper’s world and makes of their observations what it says', () =>
  observing(async (observe, given) => {
    const misread = await observe({ ...run, mutant: 'doubled' });
    const honest = await observe(run);
    expect(given.map(({ task }) => task.run.mutant)).toEqual([null]);
    expect(misread.curve.rounds).toEqual(
      honest.curve.rounds.map((observed) => ({ ...observed, frechet: 2 * observed.frechet })),
    );
  }));

test('the state of a run is kept where a longer one may go on from it, and there only', () =>
  observing(async (observe, _given, _again, store) => {
    const checkpoints = () => readdirSync(store.directory).filter((name) => name.endsWith('.checkpoint'));
    await observe({ ...run, arm: unverified });
    expect(checkpoints()).toEqual([]);
    const { curve } = await observe(run);
    expect(checkpoints()).toHaveLength(1);
    const longer = await observe({ ...run, rounds: long });
    expect(longer.curve.rounds.slice(0, short + 1)).toEqual(curve.rounds);
    expect(checkpoints()).toEqual([]);
  }));

test('runs that are in the store are not done again', () =>
  observing(async (observe, given, again) => {
    const before = await observe(run);
    const after = await again()(run);
    expect(after).toEqual(before);
    expect(given).toHaveLength(1);
  }));
