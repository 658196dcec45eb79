import { describe, expect, it } from 'vitest';
import type { Verdict } from '../claim.ts';
import { decideEffects, type Effect, type EffectsOptions } from './decide-effects.ts';
import { SafeTTest } from './effects/safe-t-test.ts';
import { fall, fixed, logEvidence, none, normals, rise } from './testing/effects.ts';

const usual: EffectsOptions = { falseSupport: 0.02, falseRefutation: 0.02, leastReplicates: 3, maximumReplicates: 30 };

describe('the verdict', () => {
  it.each<[Effect, number, Verdict]>([
    [rise, 2, 'supported'],
    [rise, 0, 'refuted'],
    [rise, -2, 'refuted'],
    [fall, -2, 'supported'],
    [fall, 0, 'refuted'],
    [fall, 2, 'refuted'],
    [none, 0, 'supported'],
    [none, 2, 'refuted'],
    [none, -2, 'refuted'],
  ])('of %o at mean %d is %s', async (effect, mean, verdict) => {
    expect((await decideEffects([effect], normals([mean]), usual)).verdict).toBe(verdict);
  });

  it.each<[Effect, number]>([
    [rise, 0.5],
    [fall, -0.5],
  ])('of %o at mean %d, where both proofs are there at the first look, is refuted', async (effect, mean) => {
    const { verdict, replicates } = await decideEffects([effect], normals([mean], 1e-6), usual);
    expect([verdict, replicates]).toEqual(['refuted', 3]);
  });

  it.each<[number, Verdict]>([
    [0.75, 'refuted'],
    [-0.75, 'refuted'],
    [0.25, 'supported'],
    [-0.25, 'supported'],
  ])('of a negligible effect turns at half the smallest effect: at mean %d it is %s', async (mean, verdict) => {
    expect((await decideEffects([none], normals([mean], 1e-3), usual)).verdict).toBe(verdict);
  });

  it('is supported when all effects are, refuted when one is, and otherwise undecided at the cap', async () => {
    const decide = (means: readonly number[], deviation?: number) =>
      decideEffects([rise, fall, none], normals(means, deviation), usual);
    expect(await decide([2, -2, 0])).toMatchObject({ verdict: 'supported' });
    expect(await decide([2, 2, 0])).toMatchObject({ verdict: 'refuted' });
    expect(await decide([2, -2, 2])).toMatchObject({ verdict: 'refuted' });
    const open = { ...none, name: 'open', smallest: 1e-6 };
    const early = await decideEffects([rise, open], normals([-2, 0]), usual);
    expect(early.verdict).toBe('refuted');
    expect(early.replicates).toBeLessThan(usual.maximumReplicates);
    const undecided = await decide([2, -2, 0], 30);
    expect([undecided.verdict, undecided.replicates]).toEqual(['undecided', 30]);
  });

  it('waits for the undecided effects, and no longer looks at those that are supported', async () => {
    const late = [1, -1, 2, -2, 3, -3, 1.5, -1.5];
    const early = [2, 2.1, 1.9, -50, -50, -50, -50, -50];
    const decision = await decideEffects([rise, { ...rise, name: 'late' }], fixed(early, late), {
      ...usual,
      maximumReplicates: 8,
    });
    expect(decision.verdict).toBe('undecided');
    expect(decision.comparisons.slice(2)).toMatchObject([
      { name: 'rise', verdict: 'supported', estimate: expect.closeTo(2, 9) },
      { name: 'late', verdict: 'undecided', estimate: expect.closeTo(0, 9) },
    ]);
  });

  it('on one side of a negligible effect is final, whatever comes while the other is open', async () => {
    const observations = Array.from({ length: 43 }, (_, n) => (n < 20 ? 0.3 + (n % 2 ? 0.4 : -0.4) : -3) + n / 1000);
    const options = { falseSupport: 5e-10, falseRefutation: 0.9, leastReplicates: 20, maximumReplicates: 43 };
    // The upper side, "mean > −1", is proven at the first look; at the last one it would be refuted, with the lower one still open.
    expect(logEvidence(observations.slice(0, 20), -1, 'above')).toBeGreaterThan(Math.log(1 / options.falseSupport));
    expect(logEvidence(observations, -0.5, 'below')).toBeGreaterThan(Math.log(2 / options.falseRefutation));
    expect(logEvidence(observations, 1, 'below')).toBeLessThan(Math.log(1 / options.falseSupport));
    expect((await decideEffects([none], fixed(observations), options)).verdict).toBe('undecided');
  });

  it('does not come before the first look, even when the evidence is there', async () => {
    const { replicates } = await decideEffects([rise], normals([9], 1e-6), { ...usual, leastReplicates: 7 });
    expect(replicates).toBe(7);
  });
});

it('states expected value, zone, guarantee and the anytime-valid 95 % interval of each effect', async () => {
  const rows = [
    [2, 2.5, 2.2],
    [-2, -2.5, -2.2],
    [0.01, -0.02, 0.03],
  ];
  const { comparisons } = await decideEffects([rise, fall, none], fixed(...rows), { ...usual, maximumReplicates: 3 });
  expect(comparisons.slice(2)).toMatchObject([
    { name: 'rise', expected: 1, zone: [0, null], guarantee: 'normal' },
    { name: 'fall', expected: -1, zone: [null, 0], guarantee: 'normal' },
    { name: 'none', expected: 0, zone: [-1, 1], guarantee: 'normal' },
  ]);
  for (const [index, row] of rows.entries()) {
    const test = new SafeTTest();
    for (const x of row) test.observe(x);
    expect(comparisons[index + 2]).toMatchObject({ estimate: test.mean, interval: test.interval(0.05) });
  }
});
