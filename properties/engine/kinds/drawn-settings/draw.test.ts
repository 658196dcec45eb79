import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../claim.ts';
import { mutantOf, tierOf } from '../../suite-content.ts';
import { shareOfHeads } from '../../testing/walks/claims/coins.ts';
import { suite } from '../../testing/walks/suite.ts';
import { ReplayPathError } from '../replay-path-error.ts';
import { drawnErrors } from './budget.ts';
import type { DrawnClaim } from './claim.ts';
import { drawsOf, replayDraw, tryMutant, verifyDraw } from './draw.ts';

const tier = tierOf(suite, 'quick');
const options = { seed: 3, tier, errors: drawnErrors(suite, tier), world: suite.world };
const coins = shareOfHeads as DrawnClaim;
const loaded = mutantOf(suite, 'loaded-coin');

/** Says that numbers are below 500: false on half of the domain. */
const below500: DrawnClaim = {
  ...coins,
  id: 'below-500',
  domain: {
    description: 'Whole numbers up to 1000.',
    strata: [{ name: 'any', settings: () => fc.integer({ min: 0, max: 1000 }), holds: () => true }],
  },
  check: (setting) => ({
    verdict: (setting as number) < 500 ? 'supported' : 'refuted',
    replicates: 0,
    comparisons: [],
  }),
};

const draws = (count: number) => Array.from({ length: count }, (_, index) => verifyDraw(below500, index, options));

describe('a refuted draw', () => {
  const refuted = draws(20).filter(({ outcome }) => outcome.verdict === 'refuted');

  test('comes with the minimal counterexample, confirmed on fresh randomness', () => {
    expect(refuted.length).toBeGreaterThan(0);
    for (const { counterexample } of refuted)
      expect(counterexample).toMatchObject({ setting: 500, confirmed: 'refuted' });
  });

  test('is replayed from its path, before and after it was made simple', () => {
    for (const { index, setting, counterexample } of refuted) {
      expect(replayDraw(below500, String(index), options).setting).toBe(setting);
      expect(replayDraw(below500, counterexample!.path, options)).toMatchObject({
        setting: 500,
        outcome: { verdict: 'refuted' },
      });
    }
  });
});

test('the same seed, claim and draw give the same setting and outcome; another draw or seed gives another', () => {
  const { milliseconds: _, ...once } = verifyDraw(coins, 0, options);
  const { milliseconds: __, ...again } = verifyDraw(coins, 0, options);
  expect(again).toEqual(once);
  expect(verifyDraw(coins, 2, options).setting).not.toEqual(once.setting);
  expect(verifyDraw(coins, 0, { ...options, seed: 4 }).setting).not.toEqual(once.setting);
});

test('the first draw of a claim keeps the traces of its comparisons; others, counterexamples and replays do not', () => {
  const wrong = { ...options, world: loaded.world };
  const kept = (outcome: Outcome) => outcome.comparisons.map(({ trace }) => trace !== undefined);
  expect(kept(verifyDraw(coins, 0, options).outcome)).toEqual([true]);
  expect(kept(verifyDraw(coins, 1, options).outcome)).toEqual([false]);
  expect(kept(replayDraw(coins, '0', options).outcome)).toEqual([false]);
  expect(kept(verifyDraw(coins, 0, wrong).counterexample!.outcome)).toEqual([false]);
});

test('a counterexample is looked at again with fresh randomness, and mutants have randomness of their own', () => {
  const seen: number[] = [];
  const watching: DrawnClaim = {
    ...below500,
    domain: {
      description: 'One.',
      strata: [{ name: 'one', settings: () => fc.constant(1), holds: () => true }],
    },
    check(_, { stream }) {
      seen.push(stream(0).uint32());
      return { verdict: 'refuted', replicates: 1, comparisons: [] };
    },
  };
  verifyDraw(watching, 0, options);
  const [first, simple, fresh] = seen;
  expect(simple).toBe(first);
  expect(fresh).not.toBe(first);
  tryMutant(watching, loaded, options);
  expect(new Set(seen).size).toBe(3);
});

test('replay takes only paths that lead to a draw', () => {
  expect(() => replayDraw(below500, '1:x', options)).toThrow("path '1:x': an index");
  expect(() => replayDraw(below500, '0:0:99:99', options)).toThrow('0:0:99:99');
  for (const path of ['1:x', '0:0:99:99']) expect(() => replayDraw(below500, path, options)).toThrow(ReplayPathError);
});

test('an error of the claim itself is not put down to the path', () => {
  const broken: DrawnClaim = {
    ...below500,
    check() {
      throw new RangeError('a fault of the claim');
    },
  };
  expect(() => replayDraw(broken, '0', options)).toThrow('a fault of the claim');
  expect(() => replayDraw(broken, '0', options)).not.toThrow(ReplayPathError);
});

test('a mutant that a claim cannot see survives all its draws; one that it sees is refuted by a comparison', () => {
  const blind = { ...below500, check: () => ({ verdict: 'supported' as const, replicates: 1, comparisons: [] }) };
  expect(tryMutant(blind, loaded, options)).toMatchObject({
    refuted: false,
    index: drawsOf(blind, tier),
    replicates: drawsOf(blind, tier),
    by: null,
  });
  expect(tryMutant(coins, loaded, options)).toMatchObject({ refuted: true, index: 0, by: 'share of heads' });
});
