import type { EvidenceRecord } from './evidence/evidence.ts';
import { inEvidenceOrder } from './evidence/evidence-order.ts';
import type { Runtime } from './kinds/kind-of-work.ts';
import type { RunPlan } from './plan/run-plan.ts';
import type { Journal } from './pool/journal.ts';
import type { WorkerPool } from './pool/worker-pool.ts';

/** What a planned run is carried out with. */
export interface RunOptions {
  /** The workers. The run does not dispose of them. */
  readonly pool: WorkerPool;
  /** Keeps the results of finished work, for a run that goes on from this one. */
  readonly journal: Journal;
  readonly onProgress?: Progress | undefined;
  /** Ends the run when it is aborted. What is finished stays in the journal. */
  readonly signal?: AbortSignal | undefined;
}

/** Hears what is done, in any order. */
export interface Progress {
  /** Part of a claim is decided: some of its settings, or a mutant of it. */
  decided(claim: string, records: readonly EvidenceRecord[]): void;
  /** A run that decisions wait for is finished. The number of such runs is not known beforehand. */
  ran(): void;
}

/**
 * Carries out a planned run and returns its evidence, in the order of inEvidenceOrder. But for times, the evidence is the same for any number of
 * workers, and however often the run was interrupted.
 * @throws DataError when data are missing; OutputError when a result cannot be kept; WorkerDeath when a task ends every worker that takes it; the
 * reason of the signal when the signal is aborted.
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

/** What a promise resolves to. @throws the reason of the signal when the signal is aborted first. */
function unlessAborted<T>(promised: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([promised, aborted]);
}
