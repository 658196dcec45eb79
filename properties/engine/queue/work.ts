import { setTimeout } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { DataError } from '../data-error.ts';
import type { RedisAddress } from './address.ts';
import { announcedRuns } from './announcements.ts';
import { connect } from './connection.ts';
import { refusalOf } from './refusal.ts';
import { serve } from './serve.ts';
import { POLL_MS, type WorkOptions } from './work-options.ts';

/** Milliseconds for which a Redis may go away: a coordinator has given up by then. */
const OUTAGE_MS = 30_000;

/**
 * Takes work of runs, one run after the other, from the queues in a Redis. Ends when the signal is aborted, or when there was no run for the idle time.
 * @throws QueueFailure when Redis went away; DataError when it cannot be reached, and when this machine must not work for any of the runs there.
 */
export async function work(address: RedisAddress, options: WorkOptions): Promise<void> {
  const { idle = Number.POSITIVE_INFINITY, outageMs = OUTAGE_MS, signal, progress } = options;
  const connection = await connect(address, outageMs);
  const { redis, lost } = connection;
  try {
    progress.waiting();
    let since = performance.now();
    while (!signal.aborted && performance.now() - since < idle * 1000) {
      const found = await Promise.race([nextRun(redis, address, options), lost]);
      if (found === undefined) {
        await setTimeout(POLL_MS);
      } else {
        await serve(found.run, found.suite, connection, address, options);
        since = performance.now();
      }
    }
  } catch (error) {
    // Once Redis is lost, all that was under way fails, each with an error of its own: the loss is the reason.
    await Promise.race([lost, Promise.reject(error)]);
  } finally {
    redis.disconnect();
  }
}

async function nextRun(redis: Redis, { shown }: RedisAddress, { suiteOf, local }: WorkOptions) {
  const refusals: string[] = [];
  for (const run of await announcedRuns(redis)) {
    const suite = await suiteOf(run.suite);
    const refusal = await refusalOf(run, suite, local);
    if (refusal === undefined) return { run, suite: suite! };
    refusals.push(refusal);
  }
  if (refusals.length > 0) throw new DataError(`no work is taken for the run at ${shown}: ${refusals[0]}`);
  return undefined;
}
