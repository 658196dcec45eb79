import type { LaboratoryDescription } from '../evidence/run-record.ts';
import type { Equipment } from '../kinds/replicated-runs/laboratory.ts';
import type { Crew } from '../pool/crew.ts';
import { versions } from '../source-digest.ts';
import type { RedisAddress } from './address.ts';
import { announce, announcedRuns } from './announcements.ts';
import { checkpointsIn } from './checkpoints.ts';
import { connect, queuePackages } from './connection.ts';
import { KEPT, keepForADay, removeQueue } from './expiry.ts';
import type { WorkQueue } from './jobs.ts';
import { identityOf, PREFIX, queueOf, useKey } from './names.ts';
import { portableEquipment } from './portable.ts';
import type { QueueFailure } from './queue-failure.ts';
import { Submitted } from './submitted.ts';

/** Milliseconds without a sign of life, after which work is given to another worker: the length of BullMQ's own locks. */
const LOCK = 30_000;

/** Signs of life within a lock: two may be lost. */
const SIGNS = 3;

/** Events that Redis keeps: they only say when to look, and each carries a result. */
const EVENTS = 1000;

/** What a queue is for. */
export interface QueuedRun {
  /** What retraining claims are done with, and what it is; absent in a run that has none. */
  readonly equipment?: Equipment;
  readonly laboratory?: LaboratoryDescription | undefined;
  /** Milliseconds without a sign of life, after which a worker is taken for dead, and Redis for lost; half a minute when absent. */
  readonly lock?: number;
}

/**
 * Calls `use` with a crew of whoever takes work from the queue in a Redis. The queue is removed when all is done, and no other run uses
 * it; when `use` fails, what is done stays for a day, for a run that is started again.
 * @throws DataError when Redis cannot be reached; QueueFailure when it went away, and for work that no worker could do.
 */
export async function withQueueCrew<T>(
  address: RedisAddress,
  { equipment, laboratory, lock = LOCK }: QueuedRun,
  use: (crew: Crew) => Promise<T>,
): Promise<T> {
  const { Queue, QueueEvents } = await queuePackages();
  const identity = identityOf(laboratory);
  const name = queueOf(identity);
  const { redis, lost } = await connect(address, lock);
  const options = { connection: redis, prefix: PREFIX };
  const queue: WorkQueue = new Queue(name, { ...options, streams: { events: { maxLen: EVENTS } } });
  // From the first event that Redis has: none is missed while the connection is made.
  const events = new QueueEvents(name, { ...options, lastEventId: '0' });
  // Said where it matters: where a command fails, and by the watch over the connection.
  queue.on('error', () => {});
  events.on('error', () => {});
  const submitted = new Submitted(queue, identity);
  let gone: QueueFailure | undefined;
  lost.catch((error) => {
    gone = error;
    submitted.fail(error);
  });
  events.on('completed', ({ jobId }) => void submitted.look(jobId));
  events.on('failed', ({ jobId }) => void submitted.look(jobId));

  const markUsed = () => redis.set(useKey(name), '', 'EX', KEPT);
  await markUsed();
  const announcement = await announce(redis, {
    queue: name,
    made: versions(),
    equipment: laboratory === undefined || equipment === undefined ? null : portableEquipment(equipment),
    laboratory: laboratory === undefined ? null : { engine: laboratory.engine, digits: laboratory.digits },
    lock,
  });
  const sign = async () => {
    await Promise.all([announcement.renew(), markUsed()]);
    await submitted.lookAtAll();
    await keepForADay(redis, name);
  };
  const signs = setInterval(() => void sign().catch(() => {}), lock / SIGNS);
  try {
    const result = await use({
      checkpoints: checkpointsIn(redis, name),
      // biome-ignore lint/suspicious/noExplicitAny: the task's type says what its result is, the overloads of Crew
      submit: (task, rank): Promise<any> => submitted.submit(task, rank),
      dispose: async () => submitted.forget(),
      // Before the announcement is taken back: a sign of life would make it anew.
    }).finally(() => clearInterval(signs));
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
