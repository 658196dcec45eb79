import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../engine/canonical-json.ts';
import { REPLICATED_RUNS } from '../engine/kinds/replicated-runs/description.ts';
import type { Backend } from '../engine/kinds/replicated-runs/design.ts';
import { replicatedRuns } from '../engine/kinds/replicated-runs/kind.ts';
import { planRun, type RunPlan } from '../engine/plan/run-plan.ts';
import { suite } from './suite.ts';
import { tiers } from './tiers.ts';
import { vaeDesign } from './vae/design.ts';

/** A backend that nothing is asked of: a plan opens no digits and no engine here. */
const backend: Backend = {
  description: { name: 'none', description: 'none', data: [], options: [] },
  run: () => Promise.reject(new Error('a plan runs nothing')),
};
const design = { ...vaeDesign, open: async () => backend };
const planned = {
  ...suite,
  kinds: suite.kinds.map((kind) => (kind.id === REPLICATED_RUNS ? replicatedRuns(design) : kind)),
};

const textsOf = ({ work }: RunPlan) => work.flatMap(({ parts }) => parts).map((part) => canonicalJson(part));

describe.each(tiers)('of a run of all claims in the $name tier, on both kinds of digits', async (tier) => {
  const options = { suite: planned, seed: 1, tier, options: { mnist: 'a directory' } };
  const plan = await planRun(options);
  const whole = textsOf(plan);

  test('the plan has no part twice', () => {
    expect(new Set(whole).size).toBe(whole.length);
  });

  test('each part goes to one of the shards, whatever their number, and every shard of few has some', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
        for (const { plan: work } of plan.work) {
          const shares = work.share(count);
          expect(shares).toHaveLength(work.parts.length);
          expect(shares.filter((shard) => !(Number.isInteger(shard) && shard >= 0 && shard < count))).toEqual([]);
          if (work.parts.length >= count) expect(new Set(shares).size).toBe(count);
        }
      }),
      { numRuns: 3 },
    );
  });

  test('a shard has the parts of its share', async () => {
    const shards = await Promise.all([1, 2].map((index) => planRun({ ...options, shard: { index, count: 2 } })));
    expect(shards.flatMap(textsOf).toSorted()).toEqual(whole.toSorted());
  });
});
