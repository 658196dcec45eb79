import type { Redis } from 'ioredis';
import { PREFIX } from './names.ts';

/** Seconds that Redis keeps a queue after its last coordinator was seen: a run that broke at night can be resumed in the morning. */
export const KEPT_S = 24 * 60 * 60;

/** Keys that Redis looks at in one step, in which it does nothing else. */
const KEYS_A_STEP = 1000;

/** What BullMQ lets expire itself, and soon: a lock that outlived its worker would keep its job from all others. */
const SHORT_LIVED = /:(lock|stalled-check)$/;

/** Lets all that is in Redis of a queue be forgotten some time from now. */
export async function keepForADay(redis: Redis, queue: string): Promise<void> {
  for await (const keys of keysOf(redis, queue)) {
    const pipeline = redis.pipeline();
    for (const key of keys) if (!SHORT_LIVED.test(key)) pipeline.expire(key, KEPT_S);
    await pipeline.exec();
  }
}

/** Removes all that is in Redis of a queue. */
export async function removeQueue(redis: Redis, queue: string): Promise<void> {
  for await (const keys of keysOf(redis, queue)) await redis.unlink(...keys);
}

async function* keysOf(redis: Redis, queue: string): AsyncGenerator<string[]> {
  let cursor = '0';
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', `${PREFIX}:${queue}:*`, 'COUNT', KEYS_A_STEP);
    if (keys.length > 0) yield keys;
    cursor = next;
  } while (cursor !== '0');
}
