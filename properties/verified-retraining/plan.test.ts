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
  const whole = textsOf(await planRun(options));

  test('the plan has no part twice', () => {
    expect(new Set(whole).size).toBe(whole.length);
  });

  test('the shards have each part once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (count) => {
        const shards = Array.from({ length: count }, (_, place) => ({ index: place + 1, count }));
        const plans = await Promise.all(shards.map((shard) => planRun({ ...options, shard })));
        expect(plans.flatMap(textsOf).toSorted()).toEqual(whole.toSorted());
      }),
      { numRuns: 3 },
    );
  });
});
