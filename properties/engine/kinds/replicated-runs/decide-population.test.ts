import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { withoutTraces } from '../../claim.ts';
import { tierOf } from '../../suite-content.ts';
import { grows, steeredGrows, steeredIsCloser } from '../../testing/walks/claims/walks.ts';
import { walksDesign } from '../../testing/walks/design.ts';
import { suite } from '../../testing/walks/suite.ts';
import type { ReplicatedClaim } from './claim.ts';
import { type PopulationOptions, replayPopulation, tryMutant, verifyPopulation } from './decide-population.ts';
import type { ReplicatedDesign, ReplicatedRun } from './design.ts';
import { populationsOf, replicatedErrors } from './populations.ts';

const tier = tierOf(suite, 'quick');
const design = walksDesign as ReplicatedDesign;
const configuration = design.configure({}, tier);
const backend = await design.open(configuration, {});

/** Options that write down which runs are looked at. */
function optionsFor(claim: ReplicatedClaim) {
  const looked: ReplicatedRun[] = [];
  const used: ReplicatedRun[] = [];
  const options: PopulationOptions = {
    design,
    seed: 3,
    tier,
    errors: replicatedErrors(suite, design, tier),
    populations: populationsOf(claim, design, tier, configuration),
    async observe(run) {
      looked.push(run);
      const curve = await backend.run(run, { load: async () => undefined, save: async () => {} });
      return { curve, milliseconds: 1 };
    },
    onUse: (run) => used.push(run),
  };
  return { looked, used, options };
}

test('a true claim is supported on its population, on the replicates that its record counts', async () => {
  const { used, options } = optionsFor(grows);
  const record = await verifyPopulation(grows, 1, options);
  expect(record).toMatchObject({ index: 1, strata: ['b, calm'], outcome: { verdict: 'supported' } });
  expect(record.setting).toEqual({ data: 'b', setting: 'calm', ground: 'grass' });
  expect(record).not.toHaveProperty('counterexample');
  expect(used.map(({ replicate }) => replicate)).toEqual(
    Array.from({ length: record.outcome.replicates }, (_, i) => i),
  );
  expect(record.milliseconds).toBe(used.length);
});

test('a false claim is refuted, and refuted again on other replicates', async () => {
  const { used, options } = optionsFor(steeredGrows);
  const { outcome, counterexample } = await verifyPopulation(steeredGrows, 0, options);
  expect(outcome.verdict).toBe('refuted');
  expect(counterexample).toMatchObject({ path: '0', confirmed: 'refuted', outcome: withoutTraces(outcome) });
  // The population shows how its evidence grew; its counterexample, which is the same, need not again.
  expect(outcome.comparisons.at(-1)!.trace!.replicates.at(-1)).toBe(outcome.replicates);
  expect(counterexample!.outcome).toEqual(withoutTraces(outcome));
  const [first, second] = [used.slice(0, outcome.replicates), used.slice(outcome.replicates)];
  expect(second.length).toBeGreaterThan(0);
  const replicates = new Set(first.map(({ replicate }) => replicate));
  expect(second.filter(({ replicate }) => replicates.has(replicate))).toEqual([]);
});

test('a decision that ends before replicates it has asked for records those alone that it looked at', async () => {
  const { looked, used, options } = optionsFor(grows);
  const infinite = {
    ...grows,
    effects: grows.effects.map((effect) => ({ ...effect, of: () => Number.POSITIVE_INFINITY })),
  };
  // The first replicate comes last.
  const observe: typeof options.observe = async (run) => {
    await setTimeout(run.replicate % 2 ** 20 === 0 ? 20 : 0);
    return options.observe(run);
  };
  const record = await verifyPopulation(infinite, 0, { ...options, observe });
  expect(record.outcome).toMatchObject({ verdict: 'refuted', replicates: 1 });
  expect(looked.length).toBeGreaterThan(2);
  expect(used.map(({ replicate }) => replicate % 2 ** 20)).toEqual([0, 0]);
});

test('a replay decides a setting again as it was, and refuses what is no setting', async () => {
  const { options } = optionsFor(steeredIsCloser);
  const { outcome, setting } = await verifyPopulation(steeredIsCloser, 1, options);
  expect(await replayPopulation(steeredIsCloser, '1', options)).toEqual({ outcome: withoutTraces(outcome), setting });
  await expect(replayPopulation(steeredIsCloser, '2', options)).rejects.toThrow(
    'there is no setting 2: the settings are 0 (a, calm), 1 (b, calm)',
  );
  await expect(replayPopulation(steeredIsCloser, '0:1', options)).rejects.toThrow("path '0:1'");
});

test('a mutant is tried on population after population until one refutes', async () => {
  const { looked, used, options } = optionsFor(grows);
  const record = await tryMutant(grows, 'growth-stops', options);
  expect(record).toMatchObject({ mutant: 'growth-stops', refuted: true, index: 0, by: 'growth' });
  expect(new Set(looked.map(({ mutant }) => mutant))).toEqual(new Set(['growth-stops']));
  expect(used).toEqual([]);
});

test('a mutant that makes a claim true survives all its populations', async () => {
  const { looked, options } = optionsFor(steeredGrows);
  const record = await tryMutant(steeredGrows, 'steering-unused', options);
  expect(record).toMatchObject({ refuted: false, index: 2, by: null });
  expect(new Set(looked.map(({ population }) => population.data))).toEqual(new Set(['a', 'b']));
});

test('claims that look at the same arm of a replicate look at the same run', async () => {
  const other = { ...steeredGrows, id: 'another-claim' };
  const [mine, others] = [optionsFor(steeredGrows), optionsFor(other)];
  await verifyPopulation(steeredGrows, 0, mine.options);
  await verifyPopulation(other, 0, others.options);
  expect(others.looked).toEqual(mine.looked);
});
