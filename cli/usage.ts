import { InvalidArgumentError } from 'commander';
import leven from 'leven';
import type { Verdict } from '../properties/engine/claim.ts';
import type { Shard } from '../properties/engine/plan/shard.ts';
import { type RedisAddress, redisAddress } from '../properties/engine/queue/address.ts';

/** A command line that asks for what cannot be done. The message is one line for the person who typed it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Exit codes: of verdicts, of a report that is worse than its baseline, of a bad command line (EX_USAGE of sysexits.h), of data that are missing or
 * of no use (EX_DATAERR), and of our own failure (EX_SOFTWARE).
 */
export const exitCodes = {
  supported: 0,
  refuted: 1,
  undecided: 2,
  regressed: 3,
  usage: 64,
  data: 65,
  internal: 70,
} as const satisfies Record<Verdict | 'regressed' | 'usage' | 'data' | 'internal', number>;

/** Parser of an option that is a whole number from `lowest` to `highest`. */
export function wholeNumber(highest: number, lowest = 0): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= lowest && value <= highest) return value;
    throw new InvalidArgumentError(`Allowed are whole numbers from ${lowest} to ${highest}.`);
  };
}

/** Parser of the address of a queue. */
export function queueAddress(text: string): RedisAddress {
  try {
    return redisAddress(text, process.env.CLAIMCHECK_QUEUE_PASSWORD);
  } catch (error) {
    throw error instanceof RangeError ? new InvalidArgumentError(error.message) : error;
  }
}

/** Parser of a shard i/n. */
export function shard(text: string): Shard {
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (!(index! >= 1 && index! <= count! && Number.isSafeInteger(count)))
    throw new InvalidArgumentError('Allowed are i/n with 1 ≤ i ≤ n, such as 2/8: the second of eight shards.');
  return { index: index!, count: count! };
}

/** Parser of a replay path: the index of a setting, then the shrink path if there is one. */
export function replayPath(text: string): string {
  if (!/^\d+(:\d+)*$/.test(text))
    throw new InvalidArgumentError('Allowed are an index such as 3, and index:shrink paths such as 3:0:1.');
  return text;
}

/** The allowed words that are the fewest single-character edits away from `word`, nearest first: `most` of them. */
export function nearest(word: string, allowed: readonly string[], most: number): string[] {
  return allowed
    .map((candidate) => ({ candidate, distance: leven(word, candidate) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
