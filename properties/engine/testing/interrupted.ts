import { join } from 'node:path';
import type { EvidenceRecord } from '../evidence/evidence.ts';
import { planRun } from '../plan/run-plan.ts';
import { openJournal } from '../pool/file-journal.ts';
import { openPool } from '../pool/worker-pool.ts';
import { run } from '../run.ts';
import { tierOf } from '../suite-content.ts';
import { suite } from './walks/suite.ts';

/** The run that tests interrupt: claims of every kind of work. */
export const interruptedPlan = () => planRun({ suite, seed: 5, tier: tierOf(suite, 'full') });

/** The journal of the run in a directory. */
export const journalIn = (directory: string) => join(directory, 'journal.jsonl');

/** Carries the run out in a directory, and goes on there with what an earlier one has left. */
export async function runIn(directory: string, workers: number): Promise<EvidenceRecord[]> {
  const checkpoints = { directory: join(directory, 'checkpoints'), identity: 'interrupted' };
  const journal = openJournal(journalIn(directory), { type: 'run' });
  const pool = openPool(workers, { suite, checkpoints, local: {} });
  try {
    return await run(await interruptedPlan(), { pool, journal });
  } finally {
    await pool.dispose();
    journal.close();
  }
}

// As a process of its own: the run, in the directory that the command line names.
const directory = process.argv[2];
if (directory !== undefined && import.meta.filename === process.argv[1]) await runIn(directory, 1);
