import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claims } from '../../verified-retraining/claims/index.ts';
import { mutantById } from '../../verified-retraining/mutants/index.ts';
import { simplestCourse } from '../../verified-retraining/vae/simplest-course.ts';
import { canonicalJson } from '../canonical-json.ts';
import { decisionsOf } from '../kinds/replicated-runs/decision.ts';
import type { Laboratory } from '../kinds/replicated-runs/laboratory.ts';
import { tiers } from '../tier.ts';
import { planOf, type RunPlan, shardOfPlan } from './run-plan.ts';
import { directoryOf, shardName } from './shard.ts';

/** As the paper's laboratory tells mutants apart, on both kinds of digits. */
const laboratory: Pick<Laboratory, 'digits' | 'sameAs' | 'reads'> = {
  digits: (['mnist', 'procedural'] as const).map((kind) => ({ kind, provenance: '', digest: '', floor: 0 })),
  sameAs: simplestCourse,
  reads: (mutant) => mutantById(mutant).reads,
};

const partsOf = ({ tasks, decisions, illustrations }: RunPlan) =>
  [...tasks, ...decisions, ...illustrations].map((part) => canonicalJson(part));

describe.each(Object.values(tiers))('of a run of all claims in the $name tier', (tier) => {
  const options = { seed: 1, tier, laboratory };
  const whole = partsOf(planOf(claims, options));
  const shardsOf = (count: number) =>
    Array.from({ length: count }, (_, place) => partsOf(shardOfPlan(claims, { index: place + 1, count }, options)));

  test('the plan has no part twice', () => {
    expect(new Set(whole).size).toBe(whole.length);
  });

  test('the shards have each part once, also where there are more shards than parts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (count) => {
        expect(shardsOf(count).flat().toSorted()).toEqual(whole.toSorted());
      }),
      { numRuns: 4 },
    );
    const { length } = whole;
    const last = { index: length + 1, count: length + 1 };
    expect(partsOf(shardOfPlan(claims, last, options))).toEqual([]);
  });

  test('the one shard of one is the plan', () => {
    expect(shardsOf(1)).toEqual([whole]);
  });
});

test('a plan without generators needs no laboratory', () => {
  const drawn = claims.filter(({ group }) => group === 'gain');
  const { tasks, decisions } = shardOfPlan(drawn, { index: 2, count: 2 }, { seed: 1, tier: tiers.quick });
  expect(tasks.length).toBeGreaterThan(0);
  expect(decisions).toEqual(decisionsOf([], tiers.quick, ['procedural']));
});

test('shards have names and directories of their own, and a whole run has that of the run', () => {
  expect(shardName({ index: 2, count: 8 })).toBe('2/8');
  expect(directoryOf({ index: 2, count: 8 }, 'out')).toBe('out/shard-2-of-8');
  expect(directoryOf({ index: 1, count: 1 }, 'out')).toBe('out');
});
