import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DataError } from '../../data-error.ts';
import { kindOf } from '../../suite.ts';
import { tierOf } from '../../suite-content.ts';
import { grows, steeredIsCloser } from '../../testing/walks/claims/walks.ts';
import { suite } from '../../testing/walks/suite.ts';
import { REPLICATED_RUNS } from './description.ts';

const kind = kindOf(suite, REPLICATED_RUNS);
const tier = tierOf(suite, 'quick');
const missing = join(tmpdir(), 'claimcheck-no-such-directory');

test('a plan needs the data of its backend, and a plan without replicated claims needs none', async () => {
  const request = { suite, seed: 1, tier, options: { data: missing } };
  await expect(kind.plan({ ...request, claims: [grows] })).rejects.toThrow(
    new DataError(`there are no data in ${missing}`),
  );
  const { parts, budget, backend } = await kind.plan({ ...request, claims: suite.claims.slice(0, 2) });
  expect({ parts, budget, backend }).toEqual({ parts: [], budget: null, backend: null });
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
