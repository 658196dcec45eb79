import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../canonical-json.ts';
import { DataError } from '../../data-error.ts';
import { kindOf } from '../../suite.ts';
import { tierOf } from '../../suite-content.ts';
import { grows, steered, steeredIsCloser } from '../../testing/walks/claims/walks.ts';
import { walksDesign } from '../../testing/walks/design.ts';
import { suite } from '../../testing/walks/suite.ts';
import type { RunTask } from './carry-out.ts';
import { REPLICATED_RUNS } from './description.ts';
import type { ReplicatedDesign } from './design.ts';
import { replicatedRuns } from './kind.ts';

const kind = kindOf(suite, REPLICATED_RUNS);
const tier = tierOf(suite, 'quick');

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

const missing = join(tmpdir(), 'claimcheck-no-such-directory');

test('a plan needs the data of its backend, and a plan without replicated claims needs none', async () => {
  const request = { suite, seed: 1, tier, options: { data: missing } };
  await expect(kind.plan({ ...request, claims: [grows] })).rejects.toThrow(
    new DataError(`there are no data in ${missing}`),
  );
  const { parts, budget, backend } = await kind.plan({ ...request, claims: suite.claims.slice(0, 2) });
  expect({ parts, budget, backend }).toEqual({ parts: [], budget: null, backend: null });
});

test('a worker that has the backend of a run meets its requirement; with other data, or without them, it does not', async () => {
  const plan = (options: Readonly<Record<string, string>>) =>
    kind.plan({ suite, claims: [grows], seed: 1, tier, options });
  const { requirement } = await plan({});
  expect(JSON.parse(JSON.stringify(requirement))).toEqual(requirement);
  expect(await kind.meets(requirement, {})).toBeUndefined();
  expect(await kind.meets(requirement, { data: missing })).toBe(`there are no data in ${missing}`);
  const other = { ...(await plan({ only: 'a' })), requirement };
  const narrow = { ...(other.requirement as object), description: other.backend };
  expect(await kind.meets(narrow, {})).toBe('its backend or its data are others than those here');
});

test('a backend is opened once, and again where that failed', async () => {
  let opened = 0;
  const design: ReplicatedDesign = {
    ...(walksDesign as ReplicatedDesign),
    open(configuration, local) {
      opened += 1;
      return opened === 1 ? Promise.reject(new DataError('not yet')) : walksDesign.open(configuration, local);
    },
  };
  const own = replicatedRuns(design);
  const plan = () => own.plan({ suite, claims: [grows], seed: 1, tier, options: {} });
  await expect(plan()).rejects.toThrow('not yet');
  await plan();
  await plan();
  expect(opened).toBe(2);
});

test('options choose the data: the populations of a claim are fewer, its error probabilities the same', async () => {
  const plan = (options: Readonly<Record<string, string>>) =>
    kind.plan({ suite, claims: [steeredIsCloser], seed: 1, tier, options });
  const [whole, narrow] = [await plan({}), await plan({ only: 'a' })];
  expect(whole.parts.filter(({ settings }) => settings !== undefined)).toHaveLength(2);
  expect(narrow.parts.filter(({ settings }) => settings !== undefined)).toHaveLength(1);
  expect(narrow.budget).toEqual(whole.budget);
  expect([whole.notices, narrow.notices]).toEqual([[], ['one set of data is left out']]);
});

test('a claim that is said to hold on none of a tier’s settings is left out, with the reasons', async () => {
  const nowhere = { ...steeredIsCloser, notOn: { calm: 'it is too calm' } };
  const request = { suite, claims: [nowhere], seed: 1, tier, options: {} };
  const { parts, leftOut, backend } = await kind.plan(request);
  expect(parts).toEqual([]);
  expect(backend).toBeNull();
  expect(leftOut).toEqual([
    { claim: 'steered-is-closer', group: 'walks', excluded: [{ setting: 'calm', reason: 'it is too calm' }] },
  ]);
  expect(kind.describe(nowhere, request)).toBeUndefined();
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
