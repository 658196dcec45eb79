import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { DataError } from '../../data-error.ts';
import { inflateAtMost, inflateStart, isGzip, largestGzip } from './gzip.ts';
import { headerFault, headerSize, plainSize } from './idx-header.ts';
import type { IdxFile } from './mnist-files.ts';

/** What to do about files of MNIST that cannot be used. */
export const REMEDY = 'fetch MNIST with `claimcheck data fetch`, or name a directory that holds it with --mnist DIR';

/** Bytes read before anything else: the header of gzip, with a file name, and that of IDX. */
const START = 4096;

/**
 * Reads an IDX file, plain or gzip (told by its first bytes), and checks all of it: kind, count, size, labels, digest.
 * Memory is bounded by what a correct file takes, whatever the file holds.
 * @returns count × 784 intensities 0 … 255, or count labels 0 … 9.
 * @throws DataError when the file cannot be read or is not as expected.
 */
export function readIdx(path: string, expected: IdxFile): Uint8Array {
  const plain = readPlain(path, expected);
  const fault = contentFault(plain, expected);
  if (fault !== undefined) throw fileError(path, fault);
  return plain.subarray(headerSize(expected.content));
}

function readPlain(path: string, expected: IdxFile): Buffer {
  const size = plainSize(expected);
  const onDisk = attempt(path, () => sizeOfFile(path));
  const start = attempt(path, () => readFirst(path, Math.min(onDisk, START)));
  const compressed = isGzip(start);
  const opening = compressed ? attempt(path, () => inflateStart(start), 'it is cut short or damaged') : start;
  const fault = headerFault(opening, expected);
  if (fault !== undefined) throw fileError(path, fault);
  const most = compressed ? largestGzip(size) : size;
  if (onDisk > most) throw fileError(path, `it has ${onDisk} bytes; at most ${most} are expected`);
  const bytes = attempt(path, () => readFirst(path, onDisk));
  const plain = compressed ? attempt(path, () => inflateAtMost(bytes, size), 'it is cut short or damaged') : bytes;
  if (plain === undefined) throw fileError(path, `it inflates to more than the ${size} bytes that are expected`);
  return plain;
}

function contentFault(plain: Buffer, expected: IdxFile): string | undefined {
  const { content, digest } = expected;
  const size = plainSize(expected);
  if (plain.length < size) return `it is cut short: ${plain.length} bytes of ${size}`;
  const odd = content === 'labels' ? plain.subarray(headerSize(content)).findIndex((label) => label > 9) : -1;
  if (odd >= 0) return `its label ${odd} is ${plain[headerSize(content) + odd]}; labels are 0 to 9`;
  const found = createHash('sha256').update(plain).digest('hex');
  return found === digest ? undefined : `its SHA-256 is ${found}; ${digest} is expected`;
}

function sizeOfFile(path: string): number {
  const status = statSync(path);
  // Also keeps from waiting on a pipe, or reading a device without end.
  if (!status.isFile()) throw new Error(status.isDirectory() ? 'it is a directory' : 'it is no regular file');
  return status.size;
}

/** The first `length` bytes of the file, fewer if there are not as many. */
function readFirst(path: string, length: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  const file = openSync(path, 'r');
  try {
    let filled = 0;
    for (;;) {
      const read = readSync(file, bytes, filled, length - filled, filled);
      filled += read;
      if (read === 0 || filled === length) return bytes.subarray(0, filled);
    }
  } finally {
    closeSync(file);
  }
}

function attempt<T>(path: string, action: () => T, blame = 'it cannot be read'): T {
  try {
    return action();
  } catch (error) {
    throw fileError(path, `${blame} (${error instanceof Error ? error.message : String(error)})`);
  }
}

function fileError(path: string, fault: string): DataError {
  return new DataError(`${path}: ${fault}; ${REMEDY}`);
}
