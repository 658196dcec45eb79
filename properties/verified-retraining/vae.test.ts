import { availableParallelism } from 'node:os';
import { beforeAll, describe, expect, test } from 'vitest';
import { testSeed as seed } from '../../vitest/test-evidence.ts';
import type { DrawRecord, EvidenceRecord, MutantRecord } from '../engine/evidence/evidence.ts';
import { run } from '../engine/run.ts';
import { tiers } from '../engine/tier.ts';
import { retrainingClaims } from './claims/index.ts';
import { mutantById } from './mutants/index.ts';
import { equipmentOf } from './vae/equipment.ts';
import { populationsOf } from './vae/population.ts';

/** Several times what the run takes on two busy cores: what hangs is told from what is slow. */
const TIMEOUT = 60 * 60_000;

const tier = tiers.quick;
const equipment = equipmentOf(tier);
let records: readonly EvidenceRecord[];

// biome-ignore lint/correctness/noEmptyPattern: vitest takes no other first argument
beforeAll(async ({}, { meta }) => {
  records = await run({ claims: retrainingClaims, seed, tier, workers: availableParallelism(), equipment });
  meta.evidence = { seed, records };
}, TIMEOUT);

describe.each(retrainingClaims.map((claim) => [claim.id, claim] as const))('%s', (id, claim) => {
  test(claim.title, () => {
    const draws = records.filter((record): record is DrawRecord => record.type === 'draw' && record.claim === id);
    expect(draws.map(({ regimes, outcome }) => ({ regimes, ...outcome }))).toMatchObject(
      populationsOf(claim, tier, equipment.digits).map(() => ({ verdict: 'supported' })),
    );
  });

  for (const mutant of claim.mutants) {
    test(`is refuted when ${mutantById(mutant).title}`, () => {
      const attack = records.find(
        (record): record is MutantRecord => record.type === 'mutant' && record.claim === id && record.mutant === mutant,
      );
      expect(attack).toMatchObject({ refuted: true });
    });
  }
});
