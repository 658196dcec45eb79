import { constants, gunzipSync } from 'node:zlib';

/** Whether these are the first bytes of a gzip file (RFC 1952: it begins with 1f 8b). */
export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

/**
 * Largest size of a gzip file whose contents have `size` bytes. It is zlib's bound for incompressible data with the least favourable settings
 * (deflateBound of zlib.h), plus 1 KiB for the header with a file name and the trailer.
 */
export function largestGzip(size: number): number {
  return size + (size >>> 5) + (size >>> 7) + (size >>> 11) + 1024;
}

/**
 * Inflates the first bytes of a gzip file. The result has at most 1032 times as many bytes, which is the limit of deflate.
 * @throws Error when the bytes are damaged.
 */
export function inflateStart(start: Uint8Array): Buffer {
  return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH });
}

/**
 * Inflates a gzip file. It stops when the contents have more than `size` bytes, and needs memory for size + 1 bytes.
 * @returns the contents, or undefined when they have more than `size` bytes.
 * @throws Error when the file is damaged or ends early.
 */
export function inflateAtMost(bytes: Uint8Array, size: number): Buffer | undefined {
  try {
    // One chunk for all contents: nothing must be joined, and one byte too many is enough to notice an excess.
    return gunzipSync(bytes, { maxOutputLength: size, chunkSize: Math.max(size + 1, constants.Z_MIN_CHUNK) });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}
