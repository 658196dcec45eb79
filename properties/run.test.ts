import { expect, test } from 'vitest';
import { claimById } from './claims/index.ts';
import type { EvidenceRecord } from './evidence.ts';
import { run } from './run.ts';
import { tiers } from './tier.ts';

const chosen = ['not-one-bad-round', 'transfer-map-moments', 'gaussian-design-rate'].map(claimById);

async function evidence(workers: number): Promise<EvidenceRecord[]> {
  const records = await run({ claims: chosen, seed: 7, tier: tiers.quick, workers });
  return records.map((record) => ('milliseconds' in record ? { ...record, milliseconds: 0 } : record));
}

test('the evidence is the same, in the same order, for any number of workers', async () => {
  const alone = await evidence(0);
  for (const workers of [1, 2, 4]) {
    const pooled = await evidence(workers);
    const different = alone.filter((record, index) => JSON.stringify(record) !== JSON.stringify(pooled[index]));
    expect(different.slice(0, 1), `${workers} workers`).toEqual([]);
    expect(pooled.length).toBe(alone.length);
  }
});
