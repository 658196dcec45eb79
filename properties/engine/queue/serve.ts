import { setTimeout } from 'node:timers/promises';
import { openCrew } from '../pool/crew.ts';
import { taskName } from '../pool/task-name.ts';
import type { AnyTask } from '../pool/worker.ts';
import type { RedisAddress } from './address.ts';
import { type AnnouncedRun, announcedRuns } from './announcements.ts';
import { type Connection, queuePackages } from './connection.ts';
import { keepForADay, removeQueue } from './expiry.ts';
import { resultLine } from './jobs.ts';
import { PREFIX, useKey } from './names.ts';
import { taskHere } from './portable.ts';
import { LOOK, type WorkOptions } from './work.ts';

/**
 * Workers that may vanish with a job before it fails: where each is lost with probability 1 %, one run in ten thousand, of ten thousand jobs,
 * fails for that alone, 10⁴ · 10⁻⁸; and work that kills whoever does it kills four workers, not all.
 */
export const STALLS = 3;

/** Works for a run until it is over, its coordinator is gone, or the worker is told to stop. @throws when Redis goes away. */
export async function serve(
  { queue, lock, ...run }: AnnouncedRun,
  { redis, lost }: Connection,
  address: RedisAddress,
  { workers, mnist, signal, progress }: WorkOptions,
): Promise<void> {
  const { Worker } = await queuePackages();
  let leaving = false;
  const crew = openCrew(workers, { redis: address, queue });
  const worker = new Worker<AnyTask, string, string>(
    queue,
    async ({ data }) => {
      const name = taskName(data);
      progress.began(name);
      try {
        return resultLine(await crew.submit(taskHere(data, mnist), [0]));
      } catch (error) {
        // Ended with its thread, the work has not failed: whoever finds it unfinished does it.
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
      lockDuration: lock,
      // A job is given to another worker at the second look after its lock has ended.
      stalledInterval: lock / 2,
      maxStalledCount: STALLS,
    },
  );
  worker.on('error', ({ message }) => {
    if (!leaving) progress.complained(message);
  });
  progress.joined({ queue, lock, ...run });
  let over = false;
  try {
    const wanted = async () => (await announcedRuns(redis)).some((other) => other.queue === queue);
    while (!signal.aborted && (await Promise.race([wanted(), lost]))) await setTimeout(LOOK);
    // Whoever ends a run removes its queue; what is still done here is of no use then.
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
    await crew.dispose();
    // What was written here while others removed the queue.
    if (over && !(await redis.exists(useKey(queue)))) await removeQueue(redis, queue);
  }
}

/** The error of a task in its own words, where a crew has put the task's name before them: the coordinator does. */
function bare(error: unknown): unknown {
  if (!(error instanceof Error && error.cause instanceof Object && 'message' in error.cause)) return error;
  return new Error(String(error.cause.message));
}
