import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { planRun, type RunPlan } from '../../properties/engine/plan/run-plan.ts';
import { withTemporaryCheckpoints } from '../../properties/engine/pool/disk-checkpoints.ts';
import { noJournal } from '../../properties/engine/pool/journal.ts';
import { openPool } from '../../properties/engine/pool/worker-pool.ts';
import { run } from '../../properties/engine/run.ts';
import { buildReport } from '../../reports/model/build-report.ts';
import type { Report } from '../../reports/model/report.ts';
import { reports } from './tiny-suite/reports.ts';
import { suite } from './tiny-suite/suite.ts';

/** A run of the tiny suite in its first tier, and its evidence and report. */
export interface TinyRun {
  readonly plan: RunPlan;
  readonly records: readonly EvidenceRecord[];
  readonly report: Report;
}

const made = new Map<number, Promise<TinyRun>>();

/** For tests: the run of a seed. It is made once. */
export function tinyRun(seed = 1): Promise<TinyRun> {
  const known = made.get(seed) ?? make(seed);
  made.set(seed, known);
  return known;
}

async function make(seed: number): Promise<TinyRun> {
  const plan = await planRun({ suite, seed, tier: suite.tiers[0]!, options: { stride: 'short' } });
  const records = await withTemporaryCheckpoints((checkpoints) =>
    run(plan, { pool: openPool(0, { suite, checkpoints, local: {} }), journal: noJournal }),
  );
  return { plan, records, report: buildReport(records, suite, { reports }) };
}
