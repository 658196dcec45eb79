import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnClaimById } from '../../../verified-retraining/claims/index.ts';
import { mutantById } from '../../../verified-retraining/mutants/index.ts';
import { type DrawnClaim, defineClaim, type Outcome } from '../../claim.ts';
import { tiers } from '../../tier.ts';
import { errorsOf } from './plan.ts';
import { attack, replay, verifyDraw } from './verify.ts';

const options = { seed: 3, tier: tiers.quick, errors: errorsOf(tiers.quick) };

/** Says that numbers are below 500: false on half of the domain. */
const below500: DrawnClaim = defineClaim<number>({
  ...drawnClaimById('transfer-map-moments'),
  id: 'below-500',
  domain: {
    description: 'whole numbers up to 1000',
    regimes: [{ name: 'any', settings: () => fc.integer({ min: 0, max: 1000 }), holds: () => true }],
  },
  check: (setting) => ({ verdict: setting < 500 ? 'supported' : 'refuted', replicates: 0, comparisons: [] }),
});

const draws = (count: number) => Array.from({ length: count }, (_, index) => verifyDraw(below500, index, options));

describe('a refuted draw', () => {
  const refuted = draws(20).filter(({ outcome }) => outcome.verdict === 'refuted');

  test('comes with the minimal counterexample, confirmed on fresh randomness', () => {
    expect(refuted.length).toBeGreaterThan(0);
    for (const { counterexample } of refuted)
      expect(counterexample).toMatchObject({ setting: 500, confirmed: 'refuted' });
  });

  test('is replayed from its path, before and after it was made simple', () => {
    for (const { draw, setting, counterexample } of refuted) {
      expect(replay(below500, String(draw), options).setting).toBe(setting);
      expect(replay(below500, counterexample!.path, options)).toMatchObject({
        setting: 500,
        outcome: { verdict: 'refuted' },
      });
    }
  });
});

test('the same seed, claim and draw give the same setting and outcome; another draw or seed gives another', () => {
  const claim = drawnClaimById('gaussian-design-rate');
  const { milliseconds: _, ...once } = verifyDraw(claim, 0, options);
  const { milliseconds: __, ...again } = verifyDraw(claim, 0, options);
  expect(again).toEqual(once);
  expect(verifyDraw(claim, 2, options).setting).not.toEqual(once.setting);
  expect(verifyDraw(claim, 0, { ...options, seed: 4 }).setting).not.toEqual(once.setting);
});

test('the first draw of a claim keeps the traces of its comparisons; others, counterexamples and replays do not', () => {
  const traced = drawnClaimById('transfer-map-simulated');
  const clipping = { ...options, world: mutantById('clipping').world };
  const kept = (outcome: Outcome) => outcome.comparisons.map(({ trace }) => trace !== undefined);
  expect(kept(verifyDraw(traced, 0, options).outcome)).toEqual([true, true]);
  expect(kept(verifyDraw(traced, 1, options).outcome)).toEqual([false, false]);
  expect(kept(replay(traced, '0', options).outcome)).toEqual([false, false]);
  expect(kept(verifyDraw(traced, 0, clipping).counterexample!.outcome)).toEqual([false, false]);
});

test('replay takes only paths that lead to a draw', () => {
  expect(() => replay(below500, '1:x', options)).toThrow("path '1:x': a draw number");
  expect(() => replay(below500, '0:0:99:99', options)).toThrow('0:0:99:99');
});

test('a mutant that a claim cannot see survives all its draws', () => {
  const blind = { ...below500, check: () => ({ verdict: 'supported' as const, replicates: 1, comparisons: [] }) };
  expect(attack(blind, mutantById('clipping'), options)).toMatchObject({
    refuted: false,
    replicates: attackDraws(blind),
  });
});

const attackDraws = (claim: DrawnClaim) => claim.draws * options.tier.draws;
