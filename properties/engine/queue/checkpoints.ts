import type { Redis } from 'ioredis';
import type { Checkpoints } from '../pool/checkpoints.ts';
import type { RedisAddress } from './address.ts';
import { connect } from './connection.ts';
import { KEPT_S } from './expiry.ts';
import { checkpointKey } from './names.ts';

/** Where checkpoints lie in Redis. Plain data, so that workers open the same ones. */
export interface RedisCheckpointsAddress {
  readonly redis: RedisAddress;
  readonly queue: string;
}

/** Largest checkpoint that is kept, in bytes: ten times the largest that any suite writes. A run with a larger one starts anew when its worker is killed. */
const LARGEST_BYTES = 32 * 2 ** 20;

/** The checkpoints of a queue, in a Redis that is connected to. Each is forgotten a day after it was last saved. */
export function checkpointsIn(redis: Redis, queue: string): Checkpoints {
  return {
    load: async (work) => (await redis.getBuffer(checkpointKey(queue, work))) ?? undefined,
    async save(work, bytes) {
      if (bytes.length > LARGEST_BYTES) return;
      await redis.set(checkpointKey(queue, work), Buffer.from(bytes), 'EX', KEPT_S);
    },
    async remove(work) {
      await redis.unlink(checkpointKey(queue, work));
    },
  };
}

/** The checkpoints at an address: connected to when they are first needed, and for as long as the thread lives. */
export function redisCheckpoints({ redis, queue }: RedisCheckpointsAddress): Checkpoints {
  let opened: Promise<Checkpoints> | undefined;
  // The main thread watches Redis too, and ends this thread when Redis is lost.
  const open = async () => checkpointsIn((await connect(redis)).redis, queue);
  const checkpoints = () => {
    opened ??= open();
    return opened;
  };
  return {
    load: async (work) => (await checkpoints()).load(work),
    save: async (work, bytes) => (await checkpoints()).save(work, bytes),
    remove: async (work) => (await checkpoints()).remove(work),
  };
}
