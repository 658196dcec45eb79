import { describe, expect, test } from 'vitest';
import type { EvidenceRecord, RunRecord } from './evidence/evidence.ts';
import { judge } from './judge.ts';
import { isFigureData } from './kinds/figure-data/record.ts';
import { isCurve } from './kinds/replicated-runs/curve-record.ts';
import { planRun } from './plan/run-plan.ts';
import { claimOf, tierOf } from './suite-content.ts';
import { carryOut, timeless } from './testing/carry-out.ts';
import { notAlwaysHeads, shareOfHeads } from './testing/walks/claims/coins.ts';
import { sumOfOddNumbers } from './testing/walks/claims/odd-numbers.ts';
import { free, steered, walkClaims } from './testing/walks/claims/walks.ts';
import { suite } from './testing/walks/suite.ts';
import { walksTiers } from './testing/walks/tiers.ts';

/** Claims of all kinds of work, not in the order of their kinds. */
const order = [notAlwaysHeads, ...walkClaims, sumOfOddNumbers, shareOfHeads].map(({ id }) => id);
const claims = order.map((id) => claimOf(suite, id));

async function evidence(workers: number, seed = 7): Promise<EvidenceRecord[]> {
  const plan = await planRun({ suite, claims, seed, tier: tierOf(suite, 'quick') });
  return carryOut(plan, workers);
}

describe('a run', async () => {
  const alone = await evidence(0);

  test.each([1, 2, 4])('on %i workers gives the same evidence, in the same order, as on none', async (workers) => {
    const pooled = timeless(await evidence(workers));
    const different = timeless(alone).filter(
      (record, place) => JSON.stringify(record) !== JSON.stringify(pooled[place]),
    );
    expect(different.slice(0, 1)).toEqual([]);
    expect(pooled.length).toBe(alone.length);
  });

  test('gives the records of its claims in their order, then the curves, then the data of the figure of two of them', () => {
    const found = alone.map((record) =>
      'claim' in record ? record.claim : 'kind' in record ? record.kind : record.type,
    );
    expect([...new Set(found)]).toEqual(['run', ...order, 'replicated-runs', 'figure-data']);
    expect(alone.filter(isFigureData)).toMatchObject([{ figure: 'heads' }]);
  });

  test('decides true claims, false claims and mutants', () => {
    const judged = judge(alone[0] as RunRecord, alone);
    expect(judged.map(({ claim, verdict, reasons }) => [claim.id, verdict, reasons])).toEqual([
      ['not-always-heads', 'supported', []],
      ['grows', 'supported', []],
      ['steered-is-closer', 'supported', []],
      [
        'steered-grows',
        'refuted',
        ['setting 0 (a, calm) refuted', 'setting 1 (b, calm) refuted', 'mutant steering-unused survived'],
      ],
      ['sum-of-odd-numbers', 'supported', []],
      ['share-of-heads', 'supported', []],
    ]);
  });

  test('states the backend and its data, and keeps each curve once, as far as it was looked at', () => {
    expect(alone[0]).toMatchObject({ backend: { name: 'walks', data: [{ id: 'a' }, { id: 'b' }] } });
    const curves = alone.filter(isCurve);
    const keys = curves.map(({ population, arm, replicate }) => JSON.stringify([population, arm, replicate]));
    expect(new Set(keys).size).toBe(keys.length);
    // Claims look at the steered arm for either length, at the free one for the short one only.
    const { short, long } = walksTiers.quick.rounds;
    const lengths = ({ steering }: typeof free) =>
      new Set(
        curves.filter(({ arm }) => (arm as typeof free).steering === steering).map(({ rounds }) => rounds.length - 1),
      );
    expect(lengths(free)).toEqual(new Set([short]));
    expect(lengths(steered)).toContain(long);
  });

  test('of another seed gives other curves', async () => {
    const other = await evidence(0, 8);
    expect(other.find(isCurve)!.rounds).not.toEqual(alone.find(isCurve)!.rounds);
  });

  test('that is aborted ends with the reason, and what waits is never done', async () => {
    const plan = await planRun({ suite, claims, seed: 7, tier: tierOf(suite, 'quick') });
    const controller = new AbortController();
    const reason = new Error('enough');
    let ran = 0;
    const onProgress = {
      decided: () => {},
      ran: () => {
        ran += 1;
        controller.abort(reason);
      },
    };
    await expect(carryOut(plan, 0, { signal: controller.signal, onProgress })).rejects.toBe(reason);
    expect(ran).toBe(1);
    await expect(carryOut(plan, 0, { signal: controller.signal })).rejects.toBe(reason);
  });

  test('tells what it has done: every decision of every claim, and every walk once', async () => {
    const plan = await planRun({ suite, claims, seed: 7, tier: tierOf(suite, 'quick') });
    const told: string[] = [];
    let ran = 0;
    let walks = 0;
    const onProgress = {
      decided: (claim: string, records: readonly EvidenceRecord[]) => told.push(...records.map(() => claim)),
      ran: () => {
        ran += 1;
      },
    };
    const journal = {
      resultOf<T>(work: unknown, perform: () => Promise<T>) {
        if ((work as { readonly kind: string }).kind === 'replicated-runs') walks += 1;
        return perform();
      },
    };
    await carryOut(plan, 0, { onProgress, journal });
    const decided = alone.flatMap((record) => ('claim' in record ? [record.claim!] : []));
    expect(told.sort()).toEqual(decided.sort());
    expect(ran).toBe(walks);
    expect(walks).toBeGreaterThan(0);
  });
});
