import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { claimById, drawnClaimById } from '../verified-retraining/claims/index.ts';
import { exampleClaims, exampleEquipment } from '../verified-retraining/vae/testing/claims.ts';
import { timeless } from '../verified-retraining/vae/testing/interrupted.ts';
import { retrainingTiers } from '../verified-retraining/vae/tier.ts';
import type { EvidenceRecord } from './evidence/evidence.ts';
import { judge } from './judge.ts';
import { run } from './run.ts';
import { tiers } from './tier.ts';

/** The claims of an illustration, cut down to a draw each: what they decide is tested elsewhere. */
const illustrated = ['transfer-map-contraction', 'transfer-map-simulated'].map((id) => ({
  ...drawnClaimById(id),
  draws: 1,
  mutants: [],
}));
const chosen = [claimById('not-one-bad-round'), ...exampleClaims, claimById('transfer-map-moments'), ...illustrated];

const evidence = (workers: number, seed = 7): Promise<EvidenceRecord[]> =>
  run({ claims: chosen, seed, tier: tiers.quick, workers, equipment: exampleEquipment });

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

  test('gives the records of its claims in their order, then the curves, then the illustration of two of them', () => {
    const order = alone.map((record) => ('claim' in record ? record.claim : record.type));
    expect([...new Set(order)]).toEqual(['run', ...chosen.map(({ id }) => id), 'curve', 'illustration']);
    expect(alone.filter(({ type }) => type === 'illustration')).toMatchObject([{ illustration: 'transfer-map' }]);
  });

  test('decides true claims, false claims and mutants', () => {
    const [first] = alone;
    if (first?.type !== 'run') throw new Error('the first record is not that of the run');
    const judged = judge(first, alone).slice(0, -illustrated.length);
    expect(judged.map(({ claim, verdict, reasons }) => [claim.id, verdict, reasons])).toEqual([
      ['not-one-bad-round', 'supported', []],
      ['grows', 'supported', []],
      ['verified-is-closer', 'supported', []],
      [
        'verified-grows',
        'refuted',
        ['draw 0 (MNIST, warm) refuted', 'draw 1 (procedural digits, warm) refuted', 'mutant verifier-unused survived'],
      ],
      ['transfer-map-moments', 'supported', []],
    ]);
  });

  test('states the engine and the digits, and keeps each curve once, as far as it was looked at', () => {
    expect(alone[0]).toMatchObject({ engine: { name: 'onnx' }, digits: [{ kind: 'mnist' }, { kind: 'procedural' }] });
    const curves = alone.filter((record) => record.type === 'curve');
    const keys = curves.map(({ digits, setting, arm, replicate }) => JSON.stringify([digits, setting, arm, replicate]));
    expect(new Set(keys).size).toBe(keys.length);
    // Claims look at the arm with a verifier for either length, at the other for the short one only.
    const { short, long } = retrainingTiers.quick.rounds;
    const lengths = (verified: boolean) =>
      new Set(
        curves.filter(({ arm }) => (arm.verifier !== undefined) === verified).map(({ rounds }) => rounds.length - 1),
      );
    expect(lengths(false)).toEqual(new Set([short]));
    expect(lengths(true)).toContain(long);
  });

  test('of another seed gives other curves', async () => {
    const other = await evidence(availableParallelism(), 8);
    const curves = (records: readonly EvidenceRecord[]) => records.filter((record) => record.type === 'curve');
    expect(curves(other)[0]!.rounds).not.toEqual(curves(alone)[0]!.rounds);
  });
});
