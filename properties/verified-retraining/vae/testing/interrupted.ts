import type { EvidenceRecord } from '../../../engine/evidence/evidence.ts';
import { openJournal } from '../../../engine/pool/file-journal.ts';
import { run } from '../../../engine/run.ts';
import { tiers } from '../../../engine/tier.ts';
import { drawnClaimById } from '../../claims/index.ts';
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

/** What an interrupted run of the plan keeps in a directory. */
export function keptIn(directory: string) {
  return {
    journal: openJournal(`${directory}/journal.jsonl`, { type: 'run' }),
    checkpoints: { directory: `${directory}/checkpoints`, identity: 'interrupted' },
  };
}

// As a process of its own: runs the plan in the directory that the command line names.
const directory = process.argv[2];
if (directory !== undefined && import.meta.filename === process.argv[1]) {
  await run({ ...plan, workers: 2, ...keptIn(directory) });
}
