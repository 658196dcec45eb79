import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Piscina } from 'piscina';
import type { Claim } from './claim.ts';
import type { EvidenceRecord } from './evidence.ts';
import { perform, runRecord, type Task, tasksOf } from './plan.ts';
import type { Tier } from './tier.ts';

/** What to run, and on how many worker threads; 0 runs everything in this thread (for coverage and debuggers). */
export interface RunOptions {
  readonly claims: readonly Claim[];
  readonly seed: number;
  readonly tier: Tier;
  readonly workers: number;
  /** Called as each task ends, in any order. */
  readonly onProgress?: (done: number, total: number, task: Task, records: readonly EvidenceRecord[]) => void;
}

/** Runs the plan and returns its evidence in the plan's order: the same, but for times, for any number of workers. */
export async function run({ claims, seed, tier, workers, onProgress }: RunOptions): Promise<EvidenceRecord[]> {
  const tasks = tasksOf(claims, seed, tier);
  const perTask: EvidenceRecord[][] = [];
  let done = 0;
  const finish = (index: number, records: EvidenceRecord[]) => {
    perTask[index] = records;
    done += 1;
    onProgress?.(done, tasks.length, tasks[index]!, records);
  };
  if (workers === 0) {
    for (const [index, task] of tasks.entries()) finish(index, perform(task));
  } else {
    await runOnPool(tasks, workers, finish);
  }
  return [runRecord(claims, seed, tier), ...perTask.flat()];
}

/** Workers start as plain Node: they load TypeScript by the same loader as the command line, wherever it was started. */
const typescriptLoader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

async function runOnPool(
  tasks: readonly Task[],
  workers: number,
  finish: (index: number, records: EvidenceRecord[]) => void,
) {
  const threads = Math.min(workers, tasks.length);
  const pool = new Piscina({
    filename: new URL('./worker.ts', import.meta.url).href,
    execArgv: ['--import', typescriptLoader],
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
  });
  // Handed over one at a time, so that claims are finished in the order of the plan: the pool's own queue keeps none.
  const waiting = tasks.entries();
  const worker = async () => {
    for (const [index, task] of waiting) finish(index, await pool.run(task));
  };
  try {
    await Promise.all(Array.from({ length: threads }, worker));
  } finally {
    await pool.destroy();
  }
}
