import { setTimeout } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { DataError } from '../data-error.ts';
import type { RedisAddress } from './address.ts';
import { type AnnouncedRun, announcedRuns } from './announcements.ts';
import { connect } from './connection.ts';
import { refusalOf } from './refusal.ts';
import { serve } from './serve.ts';

/** Milliseconds between two looks for runs that want workers: short beside any of their work. */
export const LOOK = 500;

/** Milliseconds for which a Redis may go away: a coordinator has given up by then. */
const PATIENCE = 30_000;

/** How a worker works. */
export interface WorkOptions {
  /** Worker threads, at least one. */
  readonly workers: number;
  /** Directory of MNIST on this machine. */
  readonly mnist?: string | undefined;
  /** Seconds without a run, after which the worker ends; never when absent. */
  readonly idle?: number | undefined;
  /** Milliseconds for which Redis may go away; half a minute when absent. */
  readonly patience?: number;
  /** Once aborted, what is begun is finished and nothing else taken. */
  readonly signal: AbortSignal;
  readonly progress: WorkProgress;
}

/** Told of what a worker does. */
export interface WorkProgress {
  /** It waits for a run. */
  waiting(): void;
  /** It works for a run from now on. */
  joined(run: AnnouncedRun): void;
  /** A piece of work is begun, or finished. */
  began(name: string): void;
  finished(name: string): void;
  /** It works for the run no longer. */
  left(reason: string): void;
  /** Something is amiss, and it goes on. */
  complained(message: string): void;
}

/**
 * Takes work of runs, one after the other, from the queues in a Redis, until it is told to stop, or there was no run for so long.
 * @throws QueueFailure when Redis went away; DataError when it cannot be reached, and when the only runs are such as this machine must not work for.
 */
export async function work(address: RedisAddress, options: WorkOptions): Promise<void> {
  const { mnist, idle = Number.POSITIVE_INFINITY, patience = PATIENCE, signal, progress } = options;
  const connection = await connect(address, patience);
  const { redis, lost } = connection;
  try {
    progress.waiting();
    let since = performance.now();
    while (!signal.aborted && performance.now() - since < idle * 1000) {
      const run = await Promise.race([nextRun(redis, address, mnist), lost]);
      if (run === undefined) {
        await setTimeout(LOOK);
      } else {
        await serve(run, connection, address, options);
        since = performance.now();
      }
    }
  } catch (error) {
    // Once Redis is lost, whatever was under way fails, each in its own words.
    await Promise.race([lost, Promise.reject(error)]);
  } finally {
    redis.disconnect();
  }
}

async function nextRun(redis: Redis, { shown }: RedisAddress, mnist: string | undefined) {
  const runs = await announcedRuns(redis);
  const refusals: string[] = [];
  for (const run of runs) {
    const refusal = await refusalOf(run, mnist);
    if (refusal === undefined) return run;
    refusals.push(refusal);
  }
  if (refusals.length > 0) throw new DataError(`no work is taken for the run at ${shown}: ${refusals[0]}`);
  return undefined;
}
