import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withTemporaryCheckpoints } from '../../pool/disk-checkpoints.ts';
import { openPool } from '../../pool/worker-pool.ts';
import { tierOf } from '../../suite-content.ts';
import { free, steered, walkClaims } from '../../testing/walks/claims/walks.ts';
import { walksDesign } from '../../testing/walks/design.ts';
import { suite } from '../../testing/walks/suite.ts';
import { walksTiers } from '../../testing/walks/tiers.ts';
import type { Rank, Task } from '../kind-of-work.ts';
import { openRunCache, type RunTask } from './carry-out.ts';
import type { ReplicatedDesign, ReplicatedRun } from './design.ts';
import type { RunCache } from './run-cache.ts';

const tier = tierOf(suite, 'quick');
const design = walksDesign as ReplicatedDesign;
const { short, long } = walksTiers.quick.rounds;

const run: ReplicatedRun = {
  population: { data: 'a', setting: 'calm' },
  arm: steered,
  mutant: null,
  seed: 1,
  replicate: 2,
  rounds: short,
  observeAll: false,
  samples: false,
};

/** What a test sees: the tasks that are submitted, and how many checkpoints are kept. */
interface Seen {
  readonly given: readonly { readonly task: RunTask; readonly rank: Rank }[];
  readonly checkpoints: () => number;
}

/** Calls `use` with a run cache that gets its runs from a pool. */
function observing(use: (observe: RunCache['observe'], seen: Seen) => Promise<void>): Promise<void> {
  const given: { readonly task: RunTask; readonly rank: Rank }[] = [];
  return withTemporaryCheckpoints((address) => {
    const pool = openPool(0, { suite, checkpoints: address, local: {} });
    const submit = (task: Task, rank: Rank) => {
      given.push({ task: task as RunTask, rank });
      return pool.submit(task, rank);
    };
    const configuration = design.configure({}, tier);
    const cache = openRunCache(walkClaims, { design, configuration, tier }, { submit, checkpoints: pool.checkpoints });
    const checkpoints = () => (existsSync(address.directory) ? readdirSync(address.directory).length : 0);
    return use((each) => cache.observe(each), { given, checkpoints });
  });
}

test('low replicates come first, and of a replicate the longest runs', () =>
  observing(async (observe, { given }) => {
    await Promise.all([observe(run), observe({ ...run, replicate: 0, rounds: long })]);
    expect(given.map(({ rank }) => rank)).toEqual([
      [0, 2, -short],
      [0, 0, -long],
    ]);
  }));

test('a mutant that cannot show in an arm shares the runs of the suite’s own world', () =>
  observing(async (observe, { given }) => {
    const own = await observe({ ...run, arm: free });
    const mutant = await observe({ ...run, arm: free, mutant: 'steering-unused' });
    expect(mutant.curve).toEqual(own.curve);
    expect(given).toHaveLength(1);
    const shown = await observe({ ...run, mutant: 'steering-unused' });
    expect(shown.curve).not.toEqual((await observe(run)).curve);
    // The run that was not carried out would have had the very curve of the one that was.
    const backend = await design.open(design.configure({}, tier), {});
    const never = { load: async () => undefined, save: async () => {} };
    const carriedOut = await backend.run({ ...run, arm: free, mutant: 'steering-unused' }, never);
    expect(carriedOut).toEqual(own.curve);
  }));

test('a mutant that misreads shares the runs of the suite’s own world and makes of their observations what it says', () =>
  observing(async (observe, { given }) => {
    const misread = await observe({ ...run, mutant: 'doubled' });
    const own = await observe(run);
    expect(given.map(({ task }) => task.run.mutant)).toEqual([null]);
    const doubled = own.curve.rounds.map((step) => ({
      ...step,
      distance: 2 * (step as typeof step & { readonly distance: number }).distance,
    }));
    expect(misread.curve.rounds).toEqual(doubled);
  }));

test('the state of a run is kept where a longer one may go on from it, and there only', () =>
  observing(async (observe, { checkpoints }) => {
    await observe({ ...run, arm: free });
    expect(checkpoints()).toBe(0);
    const { curve } = await observe(run);
    expect(checkpoints()).toBe(1);
    const longer = await observe({ ...run, rounds: long });
    expect(longer.curve.rounds.slice(0, short + 1)).toEqual(curve.rounds);
    expect(checkpoints()).toBe(0);
  }));
