import { expect, test, vi } from 'vitest';
import { withTemporaryCheckpoints } from '../../pool/disk-checkpoints.ts';
import { openPool } from '../../pool/worker-pool.ts';
import { kindOf } from '../../suite.ts';
import { claimOf, tierOf } from '../../suite-content.ts';
import { figures } from '../../testing/walks/figures.ts';
import { suite } from '../../testing/walks/suite.ts';
import { figuresOf } from './kind.ts';
import { FIGURE_DATA } from './record.ts';

const kind = kindOf(suite, FIGURE_DATA);

test('data of figures wait for the draws of a run', () =>
  withTemporaryCheckpoints(async (checkpoints) => {
    const pool = openPool(0, { suite, checkpoints, local: {} });
    const submit = vi.spyOn(pool, 'submit');
    const request = { suite, claims: suite.claims, seed: 2, tier: tierOf(suite, 'quick'), options: {} };
    const { parts, carryOut } = await kind.plan(request);
    const made = await carryOut(parts, { ...pool, decided: () => {}, ran: () => {} });
    expect(made).toMatchObject([{ type: 'observation', kind: FIGURE_DATA, figure: 'heads', replicates: 50 }]);
    expect(submit.mock.calls.length).toBeGreaterThan(1);
    // Draws have rank 1, place.
    expect(submit.mock.calls.every(([, rank]) => rank[0] === 2)).toBe(true);
  }));

test('the figures of a run are those all of whose claims it has', () => {
  const of = (ids: readonly string[]) =>
    figuresOf(
      figures,
      ids.map((id) => claimOf(suite, id)),
    ).map(({ id }) => id);
  expect(of(['sum-of-odd-numbers', 'share-of-heads', 'not-always-heads', 'grows'])).toEqual(['heads']);
  expect(of(['share-of-heads'])).toEqual([]);
  expect(of([])).toEqual([]);
});
