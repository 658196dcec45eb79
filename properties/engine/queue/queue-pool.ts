import { type RunPlan, requirementsOf } from '../plan/run-plan.ts';
import type { WorkerPool } from '../pool/worker-pool.ts';
import { versionsOf } from '../sources/claim-sources.ts';
import type { RedisAddress } from './address.ts';
import { announce, announcedRuns } from './announcements.ts';
import { checkpointsIn } from './checkpoints.ts';
import { connect, queuePackages } from './connection.ts';
import { KEPT_S, keepForADay, removeQueue } from './expiry.ts';
import type { WorkQueue } from './jobs.ts';
import { identityOf, PREFIX, queueOf, useKey } from './names.ts';
import type { QueueFailure } from './queue-failure.ts';
import { Submitted } from './submitted.ts';

/** Milliseconds without a sign of life, after which work is given to another worker: the length of BullMQ's own locks. */
const LOCK_MS = 30_000;

/** Signs of life within a lock: two may be lost. */
const RENEWALS_A_LOCK = 3;

/** Events that Redis keeps: they only say when to look, and each carries a result. */
const KEPT_EVENTS = 1000;

/**
 * Calls `use` with a pool of all workers that take work of a run from the queue in a Redis. The queue is removed when all is done and no other run
 * uses it; when `use` fails, what is done stays for a day, for a run that is started again.
 * @param lockMs milliseconds without a sign of life, after which a worker is taken for dead, and Redis for lost.
 * @throws DataError when Redis cannot be reached; QueueFailure when it went away, and for work that no worker could do.
 */
export async function withQueuePool<T>(
  address: RedisAddress,
  plan: Pick<RunPlan, 'suite' | 'claims' | 'sources' | 'work'>,
  use: (pool: WorkerPool) => Promise<T>,
  lockMs = LOCK_MS,
): Promise<T> {
  const { Queue, QueueEvents } = await queuePackages();
  const { suite } = plan;
  const about = { suite: suite.id, made: versionsOf(plan.sources), requirements: requirementsOf(plan) };
  const identity = identityOf(about);
  const name = queueOf(identity);
  const { redis, lost } = await connect(address, lockMs);
  const options = { connection: redis, prefix: PREFIX };
  const queue: WorkQueue = new Queue(name, { ...options, streams: { events: { maxLen: KEPT_EVENTS } } });
  // From the first event that Redis has: none is missed while the connection is made.
  const events = new QueueEvents(name, { ...options, lastEventId: '0' });
  // Said where it matters: where a command fails, and by the watch over the connection.
  queue.on('error', () => {});
  events.on('error', () => {});
  const submitted = new Submitted(queue, suite, identity);
  let gone: QueueFailure | undefined;
  lost.catch((error) => {
    gone = error;
    submitted.fail(error);
  });
  events.on('completed', ({ jobId }) => void submitted.look(jobId));
  events.on('failed', ({ jobId }) => void submitted.look(jobId));

  const markUsed = () => redis.set(useKey(name), '', 'EX', KEPT_S);
  await markUsed();
  const claims = plan.claims.map(({ id }) => id);
  const announcement = await announce(redis, { queue: name, ...about, claims, lockMs });
  const renew = async () => {
    await Promise.all([announcement.renew(), markUsed()]);
    await submitted.lookAtAll();
    await keepForADay(redis, name);
  };
  const renewals = setInterval(() => void renew().catch(() => {}), lockMs / RENEWALS_A_LOCK);
  try {
    const result = await use({
      checkpoints: checkpointsIn(redis, name),
      submit: (task, rank) => submitted.submit(task, rank),
      dispose: async () => submitted.forget(),
      // Before the announcement is taken back: a sign of life would make it anew.
    }).finally(() => clearInterval(renewals));
    await announcement.withdraw();
    const others = await announcedRuns(redis);
    if (!others.some(({ queue }) => queue === name)) await removeQueue(redis, name);
    return result;
  } catch (error) {
    if (gone !== undefined) throw gone;
    await announcement.withdraw();
    await keepForADay(redis, name);
    throw error;
  } finally {
    // Of a Redis that is gone the connections never say that they are closed.
    await Promise.race([Promise.all([events.close(), queue.close()]), lost]).catch(() => {});
    redis.disconnect();
  }
}
