import { createHash } from 'node:crypto';
import { inflateAtMost, isGzip } from '../mnist/gzip.ts';
import { plainSize } from '../mnist/idx-header.ts';
import type { IdxFile } from '../mnist/mnist-files.ts';

/**
 * What is wrong with bytes that were received for a file, gzip or plain, in a few words; undefined when they are that file.
 * Inflates no more than the file holds.
 */
export function receivedFault(received: Uint8Array, expected: IdxFile): string | undefined {
  const size = plainSize(expected);
  try {
    const plain = isGzip(received) ? inflateAtMost(received, size) : received;
    if (plain === undefined) return `it inflates to more than ${size} bytes`;
    const digest = createHash('sha256').update(plain).digest('hex');
    return digest === expected.digest
      ? undefined
      : `not the file (${received.length} bytes, SHA-256 ${digest.slice(0, 8)}…)`;
  } catch (error) {
    return `damaged gzip (${error instanceof Error ? error.message : String(error)})`;
  }
}
