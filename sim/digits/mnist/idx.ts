import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { DataError } from '../../data-error.ts';
import { inflateAtMost, inflateStart, isGzip, largestGzip } from './gzip.ts';
import { headerFault, headerSize, plainSize } from './idx-header.ts';
import type { IdxFile } from './mnist-files.ts';

/** The advice in messages about files of MNIST that cannot be used. */
export const REMEDY = 'fetch MNIST with `claimcheck data fetch`, or name a directory that holds it with --mnist DIR';

/** Bytes that are read first. They contain the header of gzip, with a file name, and the header of IDX. */
const START_BYTES = 4096;

/**
 * Reads an IDX file, plain or gzip, which its first bytes show. Checks all of it: type, count, size, labels and digest. No file makes it use more
 * memory than a correct file needs.
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
  const start = attempt(path, () => readFirst(path, Math.min(onDisk, START_BYTES)));
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
  // Without this check, a pipe might make the program wait, and a device might be read without end.
  if (!status.isFile()) throw new Error(status.isDirectory() ? 'it is a directory' : 'it is not a regular file');
  return status.size;
}

/** The first `length` bytes of the file, or all of them if it has fewer. */
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
