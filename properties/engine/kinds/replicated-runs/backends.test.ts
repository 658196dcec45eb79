import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DataError } from '../../data-error.ts';
import { kindOf } from '../../suite.ts';
import { tierOf } from '../../suite-content.ts';
import { grows } from '../../testing/walks/claims/walks.ts';
import { walksDesign } from '../../testing/walks/design.ts';
import { suite } from '../../testing/walks/suite.ts';
import { REPLICATED_RUNS } from './description.ts';
import type { ReplicatedDesign } from './design.ts';
import { replicatedRuns } from './kind.ts';

const kind = kindOf(suite, REPLICATED_RUNS);
const tier = tierOf(suite, 'quick');
const missing = join(tmpdir(), 'claimcheck-no-such-directory');

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
