import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  exampleClaims,
  exampleEquipment,
  grows,
  verifiedIsCloser,
} from '../../../verified-retraining/vae/testing/claims.ts';
import { retrainingTiers } from '../../../verified-retraining/vae/tier.ts';
import { type CheckpointsAddress, withTemporaryCheckpoints } from '../../pool/checkpoints.ts';
import type { Crew, Rank } from '../../pool/crew.ts';
import { openCrew } from '../../pool/crew.ts';
import { noJournal } from '../../pool/journal.ts';
import { tiers } from '../../tier.ts';
import { type Laboratory, openLaboratory, type RetrainingRun } from './laboratory.ts';
import { observeRuns } from './observe-runs.ts';
import type { RetrainingTask } from './task.ts';

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

/** Calls `use` with what gives runs, a list of the tasks that the crew is given, and the number of checkpoints that are kept. */
async function observing(
  use: (
    observe: ReturnType<typeof observeRuns>,
    given: readonly { readonly task: RetrainingTask; readonly rank: Rank }[],
    checkpoints: () => number,
  ) => Promise<void>,
): Promise<void> {
  const laboratory: Laboratory = await openLaboratory(exampleEquipment);
  const given: { readonly task: RetrainingTask; readonly rank: Rank }[] = [];
  await withTemporaryCheckpoints((address: CheckpointsAddress) => {
    const crew = openCrew(0, address);
    const watched = {
      ...crew,
      submit: (task: RetrainingTask, rank: Rank) => {
        given.push({ task, rank });
        return crew.submit(task, rank);
      },
    } as Crew;
    const options = { tier, equipment: exampleEquipment, laboratory, journal: noJournal, crew: watched };
    const checkpoints = () => (existsSync(address.directory) ? readdirSync(address.directory).length : 0);
    return use(observeRuns(exampleClaims, options), given, checkpoints);
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
  observing(async (observe, _given, checkpoints) => {
    await observe({ ...run, arm: unverified });
    expect(checkpoints()).toBe(0);
    const { curve } = await observe(run);
    expect(checkpoints()).toBe(1);
    const longer = await observe({ ...run, rounds: long });
    expect(longer.curve.rounds.slice(0, short + 1)).toEqual(curve.rounds);
    expect(checkpoints()).toBe(0);
  }));
