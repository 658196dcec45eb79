import type { Redis } from 'ioredis';
import { DataError } from '../data-error.ts';
import type { RedisAddress } from './address.ts';
import { QueueFailure } from './queue-failure.ts';

/** Milliseconds between two attempts to reach a Redis that went away. */
const RETRY_MS = 200;

/** Milliseconds in which a Redis that is there answers, on any network. */
const ANSWER_MS = 5_000;

/** The packages of the queue. @throws DataError when they are not installed. */
export async function queuePackages() {
  try {
    const [bullmq, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
    return { ...bullmq, Redis };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    throw new DataError('--queue needs the packages bullmq and ioredis, which are not installed here: `npm ci` does');
  }
}

/** A connection to a Redis. */
export interface Connection {
  readonly redis: Redis;
  /** Rejects with a QueueFailure, after which nothing can be done with the connection, when Redis stays away. */
  readonly lost: Promise<never>;
}

/**
 * Connects to a Redis, and connects again whenever it went away.
 * @param outageMs milliseconds without it, after which it is lost; absent where another thread watches over it.
 * @throws DataError when there is none, or it refuses the password.
 */
export async function connect(address: RedisAddress, outageMs?: number): Promise<Connection> {
  const { Redis } = await queuePackages();
  let connected = false;
  let complaint: string | undefined;
  const redis = new Redis(address.url, {
    lazyConnect: true,
    connectTimeout: ANSWER_MS,
    // As BullMQ demands: commands wait for the connection, and not the other way round.
    maxRetriesPerRequest: null,
    retryStrategy: () => (connected ? RETRY_MS : null),
  });
  redis.on('error', (error) => {
    complaint ??= error.message;
  });
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    complaint ??= messageOf(error);
  }
  if (complaint !== undefined) {
    redis.disconnect();
    throw new DataError(`--queue: no work can be handed over at ${address.shown}: ${inOurWords(complaint)}`);
  }
  connected = true;
  return { redis, lost: outageMs === undefined ? new Promise(() => {}) : lossOf(redis, address, outageMs) };
}

function lossOf(redis: Redis, { shown }: RedisAddress, outageMs: number): Promise<never> {
  const seconds = Math.round(outageMs / 1000);
  let silence: NodeJS.Timeout | undefined;
  const lost = new Promise<never>((_, reject) => {
    redis.on('reconnecting', () => {
      if (silence !== undefined) return;
      process.stderr.write(`claimcheck: ${shown} went away: trying again for ${seconds} s\n`);
      silence = setTimeout(() => {
        reject(new QueueFailure(`${shown} went away and was not back in ${seconds} s`));
        redis.disconnect();
      }, outageMs);
    });
  });
  redis.on('ready', () => {
    clearTimeout(silence);
    silence = undefined;
  });
  redis.on('end', () => clearTimeout(silence));
  // Without a waiter now, the next thing that is done reports it.
  lost.catch(() => {});
  return lost;
}

function inOurWords(complaint: string): string {
  if (!/^(NOAUTH|WRONGPASS)/.test(complaint)) return complaint;
  return 'it wants another user or password (user in the address, password in CLAIMCHECK_QUEUE_PASSWORD)';
}

/** What an error says, in a line. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
