import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { LaboratoryDescription } from '../evidence/run-record.ts';
import type { Equipment } from '../kinds/replicated-runs/laboratory.ts';
import type { Versions } from '../source-digest.ts';
import { KEPT } from './expiry.ts';
import { PREFIX } from './names.ts';

/** A run that wants workers, as its coordinator says it. Plain data. */
export interface AnnouncedRun {
  readonly queue: string;
  /** What the suite is made of there: workers must have the same. */
  readonly made: Versions;
  /** What retraining claims are done with, portable, and what it is; null for a run that has none. */
  readonly equipment: Equipment | null;
  readonly laboratory: LaboratoryDescription | null;
  /** Milliseconds without a sign of life, after which a worker's work is given to another, and a coordinator is thought to be gone. */
  readonly lock: number;
}

/** An announcement that is made, and forgotten unless it is renewed. */
export interface Announcement {
  renew(): Promise<void>;
  /** Takes it back. */
  withdraw(): Promise<void>;
}

const IDS = `${PREFIX}:runs`;
const keyOf = (id: string) => `${PREFIX}:run:${id}`;

/** Announces a run. */
export async function announce(redis: Redis, run: AnnouncedRun): Promise<Announcement> {
  const id = randomUUID();
  const renew = async () => {
    const write = redis.multi().sadd(IDS, id).expire(IDS, KEPT);
    await write.set(keyOf(id), JSON.stringify(run), 'PX', run.lock).exec();
  };
  await renew();
  const withdraw = async () => {
    await redis.multi().srem(IDS, id).unlink(keyOf(id)).exec();
  };
  return { renew, withdraw };
}

/** The runs that want workers now. */
export async function announcedRuns(redis: Redis): Promise<AnnouncedRun[]> {
  const ids = await redis.smembers(IDS);
  if (ids.length === 0) return [];
  const texts = await redis.mget(ids.map(keyOf));
  const gone = ids.filter((_, index) => texts[index] === null);
  if (gone.length > 0) await redis.srem(IDS, ...gone);
  return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text)]));
}
