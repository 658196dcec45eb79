import { setTimeout } from 'node:timers/promises';
import type { Task } from '../kinds/kind-of-work.ts';
import { taskName } from '../pool/executor.ts';
import { openPool } from '../pool/worker-pool.ts';
import type { Suite } from '../suite.ts';
import type { RedisAddress } from './address.ts';
import type { AnnouncedRun } from './announced-run.ts';
import { announcedRuns } from './announcements.ts';
import { type Connection, queuePackages } from './connection.ts';
import { keepForADay, removeQueue } from './expiry.ts';
import { resultLine } from './jobs.ts';
import { PREFIX, useKey } from './names.ts';
import { POLL_MS, type WorkOptions } from './work-options.ts';

/**
 * Workers that may vanish with a job before the job fails. Where a worker is lost with probability 1 %, a job loses four of them with probability
 * 10⁻⁸: one run in ten thousand, of ten thousand jobs, fails for that reason. Work that kills its workers kills four of them, not all.
 */
export const STALLS = 3;

/** Works for a run until the run is over, its coordinator is gone, or the signal is aborted. @throws QueueFailure when Redis goes away. */
export async function serve(
  run: AnnouncedRun,
  suite: Suite,
  { redis, lost }: Connection,
  address: RedisAddress,
  { workers, local, signal, progress }: WorkOptions,
): Promise<void> {
  const { Worker } = await queuePackages();
  const { queue, lockMs } = run;
  let leaving = false;
  const pool = openPool(workers, { suite, checkpoints: { redis: address, queue }, local });
  const worker = new Worker<Task, string, string>(
    queue,
    async ({ data }) => {
      const name = taskName(data, suite);
      progress.began(name);
      try {
        return resultLine(await pool.submit(data, [0]));
      } catch (error) {
        // The work has not failed when its thread is ended: another worker finds the job unfinished and does it.
        if (leaving) return new Promise<never>(() => {});
        throw bare(error);
      } finally {
        progress.finished(name);
      }
    },
    {
      connection: redis,
      prefix: PREFIX,
      concurrency: workers,
      lockDuration: lockMs,
      // A job is given to another worker at the second look after its lock has ended.
      stalledInterval: lockMs / 2,
      maxStalledCount: STALLS,
    },
  );
  worker.on('error', ({ message }) => {
    if (!leaving) progress.complained(message);
  });
  progress.joined(run);
  let over = false;
  try {
    const wanted = async () => (await announcedRuns(redis)).some((other) => other.queue === queue);
    while (!signal.aborted && (await Promise.race([wanted(), lost]))) await setTimeout(POLL_MS);
    // The coordinator that ends a run removes its queue; what is still done here is of no use then.
    over = !(await redis.exists(useKey(queue)));
    progress.left(over ? 'the run is over' : signal.aborted ? 'told to stop' : 'its coordinator is gone');
    if (!over) {
      await Promise.race([worker.close(), lost]);
      await keepForADay(redis, queue);
    }
  } finally {
    leaving = true;
    // Of a Redis that is gone the connections never say that they are closed.
    await Promise.race([worker.close(true), lost]).catch(() => {});
    await pool.dispose();
    // Removes what was written here while others removed the queue.
    if (over && !(await redis.exists(useKey(queue)))) await removeQueue(redis, queue);
  }
}

/** The error of a task without the name of the task, which the pool has added and the coordinator adds again. */
function bare(error: unknown): unknown {
  if (!(error instanceof Error && error.cause instanceof Object && 'message' in error.cause)) return error;
  return new Error(String(error.cause.message));
}
