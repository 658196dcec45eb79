import type { Redis } from 'ioredis';
import { DataError } from '../data-error.ts';
import type { RedisAddress } from './address.ts';

/** Milliseconds between two attempts to reach a Redis that went away. */
const PAUSE = 200;

/** Milliseconds in which a Redis that is there answers, on any network. */
const ANSWER = 5_000;

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

/** Who is told when a Redis stays away. */
export interface Watch {
  /** Milliseconds without it, after which it is lost. */
  readonly patience: number;
  onLost(error: DataError): void;
}

/**
 * Connects to a Redis, and connects again whenever it went away; without a watch for as long as the thread lives.
 * @throws DataError when there is none, or it lets nobody in with that password.
 */
export async function connect(address: RedisAddress, watch?: Watch): Promise<Redis> {
  const { Redis } = await queuePackages();
  let connected = false;
  let complaint: string | undefined;
  const redis = new Redis(address.url, {
    lazyConnect: true,
    connectTimeout: ANSWER,
    // As BullMQ demands: commands wait for the connection, and not the other way round.
    maxRetriesPerRequest: null,
    retryStrategy: () => (connected ? PAUSE : null),
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
    throw new DataError(`--queue: no work can be handed over at ${address.shown}: ${complaint}`);
  }
  connected = true;
  if (watch !== undefined) tellOfLoss(redis, address, watch);
  return redis;
}

function tellOfLoss(redis: Redis, { shown }: RedisAddress, { patience, onLost }: Watch): void {
  let silence: NodeJS.Timeout | undefined;
  const seconds = Math.round(patience / 1000);
  redis.on('reconnecting', () => {
    if (silence !== undefined) return;
    process.stderr.write(`claimcheck: ${shown} went away: trying again for ${seconds} s\n`);
    silence = setTimeout(() => onLost(new DataError(`${shown} went away and was not back in ${seconds} s`)), patience);
  });
  redis.on('ready', () => {
    clearTimeout(silence);
    silence = undefined;
  });
  redis.on('end', () => clearTimeout(silence));
}

/** What an error says, in a line. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
