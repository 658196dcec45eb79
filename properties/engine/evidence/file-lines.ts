import { createReadStream } from 'node:fs';
import { DataError } from '../data-error.ts';

/** A line of a file without its end. */
export interface FileLine {
  /** From 1. */
  readonly line: number;
  /** null for a line that is longer than the limit, of which nothing is kept. */
  readonly bytes: Buffer | null;
  /** Whether the line ends with a line feed. Only the last line of a file may not: the file may then have been cut short. */
  readonly ended: boolean;
}

/**
 * Bytes of the longest line that is read. The longest records hold ten images a round and are far shorter. A longer line is no evidence, and
 * would take the memory that the other lines need.
 */
export const LONGEST_LINE_BYTES = 2 ** 26;

const LINE_FEED = 0x0a;

/**
 * The lines of a file, one after another. No more than the longest line is held in memory at a time.
 * @throws DataError when the file cannot be read.
 */
export async function* fileLines(file: string, limit = LONGEST_LINE_BYTES): AsyncGenerator<FileLine> {
  let parts: Buffer[] = [];
  let length = 0;
  let line = 1;
  const keep = (part: Buffer) => {
    length += part.length;
    if (length > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const take = (ended: boolean): FileLine => {
    const bytes = length > limit ? null : parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    parts = [];
    length = 0;
    return { line: line++, bytes, ended };
  };
  for await (const chunk of chunks(file)) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      keep(chunk.subarray(from, end));
      yield take(true);
      from = end + 1;
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield take(false);
}

async function* chunks(file: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(file);
  } catch (error) {
    throw new DataError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
