import { drawnClaimById } from '../../claims/index.ts';
import type { EvidenceRecord } from '../../evidence.ts';
import { run } from '../../run.ts';
import { tiers } from '../../tier.ts';
import { exampleClaims, exampleEquipment } from './claims.ts';

/** The small plan of a run that tests interrupt: claims of either kind. */
export const plan = {
  claims: [drawnClaimById('transfer-map-moments'), ...exampleClaims],
  seed: 5,
  tier: tiers.full,
  equipment: exampleEquipment,
};

/** Evidence without what differs from run to run. */
export function timeless(records: readonly EvidenceRecord[]): unknown[] {
  return records.map((record) => ('milliseconds' in record ? { ...record, milliseconds: 0 } : record));
}

// As a process of its own: runs the plan in the store that the command line names.
const directory = process.argv[2];
if (directory !== undefined && import.meta.filename === process.argv[1]) {
  await run({ ...plan, workers: 2, store: { directory, identity: 'interrupted' } });
}
