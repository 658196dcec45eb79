import { describe, expect, it } from 'vitest';
import { streamFamily } from '../../sim/random/stream.ts';
import type { Verdict } from '../claim.ts';
import { atLeastByChance, CONFORMANCE_ERROR } from './conformance.ts';
import { decideEffects, type Effect, type EffectsOptions } from './decide-effects.ts';
import { SafeTTest } from './safe-t-test.ts';

const rise: Effect = { name: 'rise', direction: 'positive', smallest: 1 };
const fall: Effect = { name: 'fall', direction: 'negative', smallest: 1 };
const none: Effect = { name: 'none', direction: 'negligible', smallest: 1 };
const usual: EffectsOptions = { falseSupport: 0.02, falseRefutation: 0.02, leastReplicates: 3, maximumReplicates: 30 };
/** An error so small that no decision of that kind is made. */
const NEVER = 1e-300;

/** Normal effects with the given means, one stream a replicate of a run. */
const normals =
  (means: readonly number[], deviation = 0.25, run = 0) =>
  async (replicate: number) => {
    const stream = streamFamily(1, 'effects', run).at(replicate);
    return means.map((mean) => mean + deviation * stream.normal());
  };

/** The given effects of replicate 0, 1, …, one effect a row. */
const fixed =
  (...rows: readonly (readonly number[])[]) =>
  async (replicate: number) =>
    rows.map((row) => row[replicate]!);

/** Log-evidence that the observations hold for mean > threshold; of the mirrored ones for mean < threshold. */
function logEvidence(observations: readonly number[], threshold: number, sign: 1 | -1): number {
  const test = new SafeTTest();
  for (const x of observations) test.observe(x);
  return sign === 1 ? test.logEvidenceAbove(threshold) : test.logEvidenceBelow(threshold);
}

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

  it('is supported when all effects are, refuted when one is, undecided at the cap else', async () => {
    const decide = (means: readonly number[], deviation?: number) =>
      decideEffects([rise, fall, none], normals(means, deviation), usual);
    expect(await decide([2, -2, 0])).toMatchObject({ verdict: 'supported' });
    expect(await decide([2, 2, 0])).toMatchObject({ verdict: 'refuted' });
    expect(await decide([2, -2, 2])).toMatchObject({ verdict: 'refuted' });
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

  it('comes not before the first look, even when the evidence does', async () => {
    const { replicates } = await decideEffects([rise], normals([9], 1e-6), { ...usual, leastReplicates: 7 });
    expect(replicates).toBe(7);
  });
});

describe('the errors', () => {
  const observations = [2, 2.3, 1.8];
  const second = [1.7, 2.2, 2.4];
  const three = { leastReplicates: 3, maximumReplicates: 3 };

  it('falseSupport is that of every supporting test, however many there are', async () => {
    const weakest = Math.min(logEvidence(observations, 0, 1), logEvidence(second, 0, 1));
    const both = [rise, { ...rise, name: 'second' }];
    for (const [slack, verdict] of [
      [1.001, 'supported'],
      [0.999, 'undecided'],
    ] as const) {
      const options = { ...three, falseSupport: slack * Math.exp(-weakest), falseRefutation: NEVER };
      expect((await decideEffects(both, fixed(observations, second), options)).verdict).toBe(verdict);
    }
  });

  it.each([
    ['one', [rise], 1],
    ['one and a negligible one', [rise, none], 3],
  ] as const)('falseRefutation is split over the refuting tests, of %s effect', async (_, effects, tests) => {
    const falling = observations.map((x) => -x);
    const evidence = logEvidence(falling, 1, -1);
    const between = [0.1, -0.2, 0.15];
    for (const [slack, verdict] of [
      [1.001, 'refuted'],
      [0.999, 'undecided'],
    ] as const) {
      const options = { ...three, falseSupport: NEVER, falseRefutation: slack * tests * Math.exp(-evidence) };
      const decision = await decideEffects(effects, fixed(...[falling, between].slice(0, effects.length)), options);
      expect(decision.verdict).toBe(verdict);
    }
  });

  const runs = 100;
  const alpha = 0.2;
  it.each<[Effect, number, Verdict]>([
    [rise, 0, 'supported'],
    [rise, 1, 'refuted'],
    [fall, 0, 'supported'],
    [fall, -1, 'refuted'],
    [none, 1, 'supported'],
    [none, -1, 'supported'],
    [none, 0.5, 'refuted'],
  ])('%o with its mean at the edge %d is %s at most as often as stated', async (effect, mean, verdict) => {
    const options = {
      leastReplicates: 2,
      maximumReplicates: 8,
      falseSupport: verdict === 'supported' ? alpha : NEVER,
      falseRefutation: verdict === 'refuted' ? alpha : NEVER,
    };
    let found = 0;
    for (let run = 0; run < runs; run += 1) {
      // A deviation small beside the effect: the other side of a negligible one never errs, so its error is that of one test.
      if ((await decideEffects([effect], normals([mean], 0.02, run), options)).verdict === verdict) found += 1;
    }
    expect(atLeastByChance(found, runs, alpha)).toBeGreaterThan(CONFORMANCE_ERROR);
    expect(found).toBeGreaterThan(0);
  });
});

describe('the guards', () => {
  it('two replicates that agree in all effects refute, at any distance and before the first look', async () => {
    const decision = await decideEffects([rise, fall], fixed([2, 3, 4, 2, 5, 6], [-2, -3, -4, -2, -5, -6]), {
      ...usual,
      leastReplicates: 6,
    });
    expect([decision.verdict, decision.replicates]).toEqual(['refuted', 4]);
    expect(decision.comparisons).toMatchObject([
      { name: 'effects are finite', verdict: 'supported' },
      { name: 'replicates are independent', verdict: 'refuted', estimate: 1, guarantee: 'exact' },
      { name: 'rise', verdict: 'undecided' },
      { name: 'fall', verdict: 'undecided' },
    ]);
  });

  it('replicates that agree in some of the effects, or in the last digit but one, do not', async () => {
    const { verdict } = await decideEffects([rise, fall], fixed([2, 2, 2 + 2 ** -51], [-2, -2 - 2 ** -51, -2]), usual);
    expect(verdict).toBe('supported');
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'an effect of %d refutes',
    async (value) => {
      const decision = await decideEffects([rise, fall], fixed([2, 3], [-2, value]), usual);
      expect([decision.verdict, decision.replicates]).toEqual(['refuted', 2]);
      expect(decision.comparisons).toMatchObject([
        { name: 'effects are finite', verdict: 'refuted', estimate: 1 },
        { name: 'replicates are independent', verdict: 'supported' },
        { name: 'rise', verdict: 'undecided', estimate: 2 },
        { name: 'fall', verdict: 'undecided', estimate: -2 },
      ]);
    },
  );
});

describe('the replicates', () => {
  /** Observes after a wait that differs from replicate to replicate, and notes what is asked for. */
  function slowed(asked: number[]) {
    const observe = normals([0.7, -0.7], 0.5);
    return async (replicate: number) => {
      asked.push(replicate);
      for (let turn = 0; turn < (replicate * 7) % 5; turn += 1) await new Promise(setImmediate);
      return observe(replicate);
    };
  }
  const upTo = (count: number) => Array.from({ length: count }, (_, replicate) => replicate);

  it('decide alike however fast they come and however many are requested ahead', async () => {
    const effects = [rise, fall];
    const reference = await decideEffects(effects, normals([0.7, -0.7], 0.5), usual);
    expect(reference.replicates).toBeGreaterThan(usual.leastReplicates);
    for (const ahead of [0, 1, 4]) {
      const asked: number[] = [];
      expect(await decideEffects(effects, slowed(asked), { ...usual, ahead })).toEqual(reference);
      expect(asked).toEqual(upTo(reference.replicates + ahead));
    }
  });

  it('are requested at once up to the first look, then one by one, never beyond the cap', async () => {
    const asked: number[] = [];
    const undecided = normals([0], 30);
    const observe = async (replicate: number) => {
      asked.push(replicate);
      if (replicate === 0) {
        await new Promise(setImmediate);
        expect(asked).toEqual(upTo(3));
      }
      return undecided(replicate);
    };
    await decideEffects([rise], observe, { ...usual, maximumReplicates: 6, ahead: 9 });
    expect(asked).toEqual(upTo(6));
  });

  it('pass on the error of one that is waited for, and drop that of one that is not', async () => {
    const failing = (bad: number) => async (replicate: number) => {
      if (replicate === bad) throw new Error(`replicate ${bad} failed`);
      return normals([9])(replicate);
    };
    await expect(decideEffects([rise], failing(1), usual)).rejects.toThrow('replicate 1 failed');
    const heard: unknown[] = [];
    const hear = (error: unknown) => heard.push(error);
    process.on('unhandledRejection', hear);
    // Decided by its first replicate, when the third was requested and failed.
    const early = async (replicate: number) => (replicate === 0 ? [Number.NaN] : failing(2)(replicate));
    const decision = await decideEffects([rise], early, usual);
    await new Promise(setImmediate);
    process.off('unhandledRejection', hear);
    expect([decision.verdict, decision.replicates, heard]).toEqual(['refuted', 1, []]);
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

it('refuses effects and options that make no sense, by name', async () => {
  const refused = (effects: readonly Effect[], options: Partial<EffectsOptions>, observe = normals([1])) =>
    expect(decideEffects(effects, observe, { ...usual, ...options })).rejects;
  await refused([], {}).toThrow('no effect');
  await refused([rise, rise], {}).toThrow("two effects are named 'rise'");
  await refused([{ ...rise, smallest: 0 }], {}).toThrow("effect 'rise': smallest = 0");
  await refused([{ ...rise, smallest: Number.NaN }], {}).toThrow('smallest = NaN');
  await refused([rise], { falseSupport: 0 }).toThrow('falseSupport = 0');
  await refused([rise], { falseRefutation: 1 }).toThrow('falseRefutation = 1');
  await refused([rise], { leastReplicates: 1 }).toThrow('leastReplicates = 1');
  await refused([rise], { leastReplicates: 2.5 }).toThrow('leastReplicates = 2.5');
  await refused([rise], { maximumReplicates: 2 }).toThrow('maximumReplicates = 2: a whole number ≥ 3');
  await refused([rise], { ahead: -1 }).toThrow('ahead = -1');
  await refused([rise, fall], {}).toThrow('replicate 0 has 1 effects, 2 are decided');
});
