import { describe, expect, it } from 'vitest';
import { decideEffects, type Effect, type EffectsOptions } from './decide-effects.ts';
import { fall, fixed, normals, rise } from './testing/effects.ts';

const usual: EffectsOptions = { falseSupport: 0.02, falseRefutation: 0.02, leastReplicates: 3, maximumReplicates: 30 };

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

it('estimates nothing without a finite replicate', async () => {
  const { comparisons } = await decideEffects([rise], fixed([Number.NaN]), usual);
  expect(comparisons[2]).toMatchObject({ name: 'rise', verdict: 'undecided', estimate: null, interval: [null, null] });
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

  it('pass on the error of a replicate that is waited for, and drop that of a replicate that is not', async () => {
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

it('refuses effects and options that make no sense, by name', async () => {
  const refused = (effects: readonly Effect[], options: Partial<EffectsOptions>, observe = normals([1])) =>
    expect(decideEffects(effects, observe, { ...usual, ...options })).rejects;
  await refused([], {}).toThrow('no effect');
  await refused([rise, rise], {}).toThrow("two effects are named 'rise'");
  await refused([{ ...rise, smallest: 0 }], {}).toThrow("effect 'rise': smallest = 0");
  await refused([{ ...rise, smallest: Number.NaN }], {}).toThrow('smallest = NaN');
  await refused([{ ...rise, smallest: Number.POSITIVE_INFINITY }], {}).toThrow("effect 'rise': smallest = Infinity");
  await refused([rise], { falseSupport: 0 }).toThrow('falseSupport = 0');
  await refused([rise], { falseRefutation: 1 }).toThrow('falseRefutation = 1');
  await refused([rise], { leastReplicates: 1 }).toThrow('leastReplicates = 1');
  await refused([rise], { leastReplicates: 2.5 }).toThrow('leastReplicates = 2.5');
  await refused([rise], { maximumReplicates: 2 }).toThrow('maximumReplicates = 2: a whole number ≥ 3');
  await refused([rise], { ahead: -1 }).toThrow('ahead = -1');
  await refused([rise, fall], {}).toThrow('replicate 0 has 1 effects, 2 are decided');
});
