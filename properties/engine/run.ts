import type { EvidenceRecord } from './evidence/evidence.ts';
import { inEvidenceOrder } from './evidence/evidence-order.ts';
import type { Runtime } from './kinds/kind-of-work.ts';
import type { RunPlan } from './plan/run-plan.ts';
import type { Journal } from './pool/journal.ts';
import type { WorkerPool } from './pool/worker-pool.ts';

/** What a planned run is carried out with. */
export interface RunOptions {
  /** Does the work; the run does not dispose of it. */
  readonly pool: WorkerPool;
  /** Where finished work is kept, and found by a run that goes on from this one. */
  readonly journal: Journal;
  readonly onProgress?: Progress | undefined;
  /** Ends the run when it is aborted. What is finished stays in the journal. */
  readonly signal?: AbortSignal | undefined;
}

/** Is told what is done, in any order. */
export interface Progress {
  /** Part of a claim is decided: some of its settings, or a mutant of it. */
  decided(claim: string, records: readonly EvidenceRecord[]): void;
  /** A run that decisions wait for is finished. Nobody knows beforehand how many there will be. */
  ran(): void;
}

/**
 * Carries out a planned run and returns its evidence, as inEvidenceOrder has it: the same, but for times, for any number of workers and however
 * often it was interrupted.
 * @throws DataError when data cannot be had, OutputError when what is kept cannot be written, WorkerDeath when no worker outlives some work, and
 * the reason of the signal when that is aborted.
 */
export async function run(
  { suite, record, work }: RunPlan,
  { pool, journal, onProgress, signal }: RunOptions,
): Promise<EvidenceRecord[]> {
  const runtime: Runtime = {
    submit: (task, rank) => journal.resultOf(task, () => pool.submit(task, rank)),
    checkpoints: pool.checkpoints,
    decided: (claim, records) => onProgress?.decided(claim, records),
    ran: () => onProgress?.ran(),
  };
  const found = Promise.all(work.map(({ plan, parts }) => plan.carryOut(parts, runtime)));
  const records = (await unlessAborted(found, signal)).flat();
  return inEvidenceOrder(record, [record, ...records], suite.kinds);
}

/** What is promised, unless the signal is aborted first. @throws the reason of the signal. */
function unlessAborted<T>(promised: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([promised, aborted]);
}
