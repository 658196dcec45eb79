import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { AnnouncedRun } from './announced-run.ts';
import { KEPT_S } from './expiry.ts';
import { PREFIX } from './names.ts';

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
    const write = redis.multi().sadd(IDS, id).expire(IDS, KEPT_S);
    await write.set(keyOf(id), JSON.stringify(run), 'PX', run.lockMs).exec();
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
