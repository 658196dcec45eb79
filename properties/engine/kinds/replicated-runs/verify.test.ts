import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { populationsOf } from '../../../verified-retraining/vae/population.ts';
import {
  exampleEquipment,
  grows,
  verifiedGrows,
  verifiedIsCloser,
} from '../../../verified-retraining/vae/testing/claims.ts';
import { open } from '../../../verified-retraining/vae/testing/laboratory.ts';
import { withoutTraces } from '../../claim.ts';
import { tiers } from '../../tier.ts';
import { retrainingErrorsOf } from './budget.ts';
import type { RetrainingRun } from './laboratory.ts';
import { attackPopulations, replayPopulation, verifyPopulation } from './verify.ts';

const tier = tiers.quick;
const laboratory = await open(exampleEquipment);

/** Options that write down which runs are looked at. */
function optionsFor(claim: typeof grows) {
  const looked: RetrainingRun[] = [];
  const used: RetrainingRun[] = [];
  const options = {
    seed: 3,
    tier,
    errors: retrainingErrorsOf(tier),
    populations: populationsOf(claim, tier, exampleEquipment.digits),
    observe: async (run: RetrainingRun) => {
      looked.push(run);
      return {
        curve: await laboratory.retrain(run, { load: async () => undefined, save: async () => {} }),
        milliseconds: 1,
      };
    },
    onUse: (run: RetrainingRun) => used.push(run),
  };
  return { looked, used, options };
}

test('a true claim is supported on its population, on the replicates that its record counts', async () => {
  const { used, options } = optionsFor(grows);
  const record = await verifyPopulation(grows, 1, options);
  expect(record).toMatchObject({ draw: 1, regimes: ['procedural digits, warm'], outcome: { verdict: 'supported' } });
  expect(record.setting).toMatchObject({ digits: 'procedural', setting: 'warm', side: 14 });
  expect(record).not.toHaveProperty('counterexample');
  expect(used.map(({ replicate }) => replicate)).toEqual(
    Array.from({ length: record.outcome.replicates }, (_, i) => i),
  );
  expect(record.milliseconds).toBe(used.length);
});

test('a false claim is refuted, and refuted again on other replicates', async () => {
  const { used, options } = optionsFor(verifiedGrows);
  const { outcome, counterexample } = await verifyPopulation(verifiedGrows, 0, options);
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

test('a replay decides a draw again as it was, and refuses what is no draw', async () => {
  const { options } = optionsFor(verifiedIsCloser);
  const { outcome, setting } = await verifyPopulation(verifiedIsCloser, 1, options);
  expect(await replayPopulation(verifiedIsCloser, '1', options)).toEqual({ outcome: withoutTraces(outcome), setting });
  await expect(replayPopulation(verifiedIsCloser, '2', options)).rejects.toThrow(
    'there is no draw 2: the draws are 0 (MNIST, warm), 1 (procedural digits, warm)',
  );
  await expect(replayPopulation(verifiedIsCloser, '0:1', options)).rejects.toThrow("path '0:1'");
});

test('a mutant is tried on population after population until one refutes', async () => {
  const { looked, used, options } = optionsFor(grows);
  const record = await attackPopulations(grows, 'growth-stops', options);
  expect(record).toMatchObject({ mutant: 'growth-stops', refuted: true, draw: 0, by: 'growth' });
  expect(new Set(looked.map(({ mutant }) => mutant))).toEqual(new Set(['growth-stops']));
  expect(used).toEqual([]);
});

test('a mutant that makes a claim true survives all its populations', async () => {
  const { looked, options } = optionsFor(verifiedGrows);
  const record = await attackPopulations(verifiedGrows, 'verifier-unused', options);
  expect(record).toMatchObject({ refuted: false, draw: 2, by: null });
  expect(new Set(looked.map(({ digits }) => digits))).toEqual(new Set(['mnist', 'procedural']));
});

test('claims that look at the same arm of a replicate look at the same run', async () => {
  const [mine, others] = [optionsFor(verifiedGrows), optionsFor({ ...verifiedGrows, id: 'another-claim' })];
  await verifyPopulation(verifiedGrows, 0, mine.options);
  await verifyPopulation({ ...verifiedGrows, id: 'another-claim' }, 0, others.options);
  expect(others.looked).toEqual(mine.looked);
});
