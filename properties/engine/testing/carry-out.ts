import type { EvidenceRecord } from '../evidence/evidence.ts';
import type { RunPlan } from '../plan/run-plan.ts';
import { withTemporaryCheckpoints } from '../pool/disk-checkpoints.ts';
import { noJournal } from '../pool/journal.ts';
import { openPool } from '../pool/worker-pool.ts';
import { type RunOptions, run } from '../run.ts';
import { localOptions } from '../suite-content.ts';

/** For tests: the evidence of a planned run. Its checkpoints are gone afterwards, and its journal keeps nothing where none is given. */
export function carryOut(
  plan: RunPlan,
  workers = 0,
  options: Partial<Omit<RunOptions, 'pool'>> = {},
): Promise<EvidenceRecord[]> {
  const { suite } = plan;
  return withTemporaryCheckpoints((checkpoints) => {
    const pool = openPool(workers, { suite, checkpoints, local: localOptions(suite, plan.options) });
    return run(plan, { journal: noJournal, ...options, pool }).finally(() => pool.dispose());
  });
}

/** Evidence without what differs from run to run. */
export function timeless(records: readonly EvidenceRecord[]): unknown[] {
  return records.map((record) => ('milliseconds' in record ? { ...record, milliseconds: 0 } : record));
}
