import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../canonical-json.ts';
import { drawnBudget } from '../kinds/drawn-settings/budget.ts';
import type { ReplicatedDesign } from '../kinds/replicated-runs/design.ts';
import { replicatedBudget } from '../kinds/replicated-runs/populations.ts';
import { claimOf, tierOf } from '../suite-content.ts';
import { shareOfHeads } from '../testing/walks/claims/coins.ts';
import { sumOfOddNumbers } from '../testing/walks/claims/odd-numbers.ts';
import { grows } from '../testing/walks/claims/walks.ts';
import { walksDesign } from '../testing/walks/design.ts';
import { suite } from '../testing/walks/suite.ts';
import { tiers } from '../testing/walks/tiers.ts';
import { partsByClaim, planRun, type RunPlan, requirementsOf } from './run-plan.ts';
import { directoryOf, shardName } from './shard.ts';

const textsOf = ({ work }: RunPlan) => work.flatMap(({ parts }) => parts).map((part) => canonicalJson(part));

describe.each(tiers)('of a run of all claims in the $name tier', async (tier) => {
  const options = { suite, seed: 1, tier };
  const whole = textsOf(await planRun(options));
  const shardsOf = (count: number) =>
    Promise.all(
      Array.from({ length: count }, async (_, place) =>
        textsOf(await planRun({ ...options, shard: { index: place + 1, count } })),
      ),
    );

  test('the plan has no part twice', () => {
    expect(new Set(whole).size).toBe(whole.length);
  });

  test('the shards have each part once, also where there are more shards than parts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (count) => {
        expect((await shardsOf(count)).flat().toSorted()).toEqual(whole.toSorted());
      }),
      { numRuns: 4 },
    );
    const count = whole.length + 1;
    expect(textsOf(await planRun({ ...options, shard: { index: count, count } }))).toEqual([]);
  });

  test('the one shard of one is the plan', async () => {
    expect(await shardsOf(1)).toEqual([whole]);
  });
});

const quick = tierOf(suite, 'quick');
const claimsOf = (...ids: readonly string[]) => ids.map((id) => claimOf(suite, id));

test('a plan without replicated claims needs no backend, and states the budgets of its own kinds of work alone', async () => {
  const claims = claimsOf(shareOfHeads.id, sumOfOddNumbers.id);
  const plan = await planRun({ suite, claims, seed: 1, tier: quick, shard: { index: 2, count: 2 } });
  expect(textsOf(plan).length).toBeGreaterThan(0);
  expect(plan.record.backend).toBeNull();
  expect(requirementsOf(plan)).toEqual({});
  expect(plan.record.budgets).toEqual({ 'drawn-settings': drawnBudget(suite, quick) });
  const { record } = await planRun({ suite, claims: claimsOf(grows.id), seed: 1, tier: quick });
  expect(record.budgets).toEqual({
    'drawn-settings': drawnBudget(suite, quick),
    'replicated-runs': replicatedBudget(suite, walksDesign as ReplicatedDesign, quick),
  });
});

test('the record names the suite, the claims with what decides them, and the mutants that they are held against', async () => {
  const { record } = await planRun({ suite, claims: claimsOf(grows.id, sumOfOddNumbers.id), seed: 3, tier: quick });
  expect(record).toMatchObject({
    suite: { id: 'walks', title: 'walks and coins', paper: 'Paper 1', url: 'https://example.org/walks' },
    command: 'npm run verify -- --suite walks --tier quick --seed 3 --claim grows sum-of-odd-numbers',
    seed: 3,
    tier: 'quick',
    indifference: 0.1,
    claims: [
      { id: 'grows', work: 'replicated-runs', statements: ['walk.free~1'], settings: 2, drawn: false },
      { id: 'sum-of-odd-numbers', work: 'drawn-settings', statements: ['odd.sum~1'], settings: 10, drawn: true },
    ],
  });
  expect(record.mutants.map(({ id }) => id)).toEqual(['one-too-many', 'growth-stops', 'doubled']);
  expect((await planRun({ suite, seed: 3, tier: quick })).record.command).not.toContain('--claim');
});

test('a claim of which a shard has a part is described there by that part', async () => {
  const shard = { index: 1, count: 3 };
  const { here, record, ...plan } = await planRun({ suite, seed: 1, tier: quick, shard });
  const counts = partsByClaim(plan);
  expect(here.claims.map(({ id }) => id)).toEqual(record.claims.map(({ id }) => id).filter((id) => counts.has(id)));
  for (const claim of here.claims) {
    const own = plan.work.flatMap(({ parts }) => parts).filter((part) => part.claim === claim.id);
    const settings = own.flatMap((part) => (part.settings === undefined ? [] : [part.settings]));
    expect(claim.settings, claim.id).toBe(settings.reduce((sum, [from, to]) => sum + to - from, 0));
    expect(claim.mutants.toSorted(), claim.id).toEqual(own.flatMap(({ mutant }) => mutant ?? []).toSorted());
    expect(own.length, claim.id).toBe(counts.get(claim.id));
  }
  expect(record.shards).toEqual({ of: 3, done: [1] });
});

test('what the replicated claims of a run require of a worker is plain data', async () => {
  const requirements = requirementsOf(await planRun({ suite, seed: 1, tier: quick }));
  expect(Object.keys(requirements)).toEqual(['replicated-runs']);
  expect(JSON.parse(JSON.stringify(requirements))).toEqual(requirements);
});

test('shards have names and directories of their own, and a whole run has that of the run', () => {
  expect(shardName({ index: 2, count: 8 })).toBe('2/8');
  expect(directoryOf({ index: 2, count: 8 }, 'out')).toBe('out/shard-2-of-8');
  expect(directoryOf({ index: 1, count: 1 }, 'out')).toBe('out');
});
