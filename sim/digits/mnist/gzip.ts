import { constants, gunzipSync } from 'node:zlib';

/** Whether the bytes are of a gzip file (RFC 1952: the first two are 1f 8b). */
export function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

/**
 * Most bytes that a gzip file of `size` bytes can reasonably have: zlib's bound for its least favourable settings
 * (deflateBound of zlib.h, incompressible data), and 1 KiB for the header and trailer with a file name.
 */
export function largestGzip(size: number): number {
  return size + (size >>> 5) + (size >>> 7) + (size >>> 11) + 1024;
}

/**
 * What the first bytes of a gzip file inflate to, as far as they go: at most 1032 times as many, the limit of deflate.
 * @throws Error when they are damaged.
 */
export function inflateStart(start: Uint8Array): Buffer {
  return gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH });
}

/**
 * Inflates a gzip file. Stops as soon as more than `size` bytes come out, having used memory for size + 1.
 * @returns all of it, or undefined when it is more than `size` bytes.
 * @throws Error when it is damaged or ends early.
 */
export function inflateAtMost(bytes: Uint8Array, size: number): Buffer | undefined {
  try {
    // One chunk for all of it: nothing to join, and an excess shows in its last byte.
    return gunzipSync(bytes, { maxOutputLength: size, chunkSize: Math.max(size + 1, constants.Z_MIN_CHUNK) });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}
