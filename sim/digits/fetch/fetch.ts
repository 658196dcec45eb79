import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DataError } from '../../data-error.ts';
import { isGzip } from '../mnist/gzip.ts';
import { readIdx } from '../mnist/idx.ts';
import type { IdxFile } from '../mnist/mnist-files.ts';
import { download } from './download.ts';
import { MirrorError } from './request.ts';

/** An event while files are fetched. `file` is the name of the file that is downloaded. */
export type FetchEvent =
  | { readonly type: 'present' | 'fetched'; readonly file: string }
  | { readonly type: 'asked'; readonly file: string; readonly mirror: string }
  | { readonly type: 'bytes'; readonly file: string; readonly bytes: number; readonly total: number | undefined }
  | { readonly type: 'failed'; readonly file: string; readonly mirror: string; readonly reason: string };

/** Options of fetchFiles. */
export interface FetchOptions {
  readonly files: readonly IdxFile[];
  /** An existing directory, which receives the files. */
  readonly directory: string;
  /** Addresses under which the files are published, in the order in which they are tried. One that fails is tried last for later files. */
  readonly mirrors: readonly string[];
  /** Milliseconds without a byte after which the next mirror is tried. */
  readonly silenceLimitMs?: number;
  readonly onEvent?: (event: FetchEvent) => void;
  /** Ends the fetch when it is aborted. The bytes that arrived are kept. */
  readonly signal?: AbortSignal;
}

/** Half a minute: within it, a lost packet is sent again after 1, 3, 7 and 15 s (RFC 6298). */
const SILENCE_LIMIT_MS = 30_000;

/**
 * Fetches files that are published as gzipped IDX into a directory. A file that is already there with the right contents is not changed. Any other
 * file is downloaded, checked, and then put in place at once. An interrupted download leaves a file `.part`, which the next fetch continues.
 * @throws DataError when no mirror gives a file; the system's error when the directory cannot be written; the reason of the signal when it is
 * aborted.
 */
export async function fetchFiles({ files, directory, onEvent = () => {}, ...options }: FetchOptions): Promise<void> {
  const mirrors = [...options.mirrors];
  for (const file of files) {
    options.signal?.throwIfAborted();
    const name = `${file.name}.gz`;
    const target = join(directory, name);
    // If both files exist, the plain one is read.
    const plain = join(directory, file.name);
    if (isRight(existsSync(plain) ? plain : target, file)) {
      onEvent({ type: 'present', file: name });
      continue;
    }
    const part = `${target}.part`;
    const received = await fromMirrors(mirrors, name, onEvent, (mirror) =>
      download({
        url: `${mirror.replace(/\/+$/, '')}/${name}`,
        file,
        part,
        silenceLimitMs: options.silenceLimitMs ?? SILENCE_LIMIT_MS,
        signal: options.signal,
        onBytes: (bytes, total) => onEvent({ type: 'bytes', file: name, bytes, total }),
      }),
    );
    // The file may have been decompressed during the transfer (Content-Encoding).
    await putInPlace(target, isGzip(received) ? received : gzipSync(received));
    await rm(plain, { force: true });
    await rm(part, { force: true });
    onEvent({ type: 'fetched', file: name });
  }
}

function isRight(path: string, file: IdxFile): boolean {
  try {
    readIdx(path, file);
    return true;
  } catch (error) {
    if (error instanceof DataError) return false;
    throw error;
  }
}

/** Tries one mirror after the other. A mirror that fails moves to the end of the list. */
async function fromMirrors(
  mirrors: string[],
  name: string,
  onEvent: (event: FetchEvent) => void,
  ask: (mirror: string) => Promise<Buffer>,
): Promise<Buffer> {
  const reasons: string[] = [];
  for (const mirror of [...mirrors]) {
    onEvent({ type: 'asked', file: name, mirror });
    try {
      return await ask(mirror);
    } catch (error) {
      if (!(error instanceof MirrorError)) throw error;
      reasons.push(`${mirror}: ${error.message}`);
      onEvent({ type: 'failed', file: name, mirror, reason: error.message });
      mirrors.push(...mirrors.splice(0, 1));
    }
  }
  throw new DataError(
    `cannot download ${name} (${reasons.join('; ')}); try later, or name a mirror with --mirror URL, or a directory that holds MNIST with --mnist DIR`,
  );
}

/** Writes a file under a temporary name and renames it, so that a reader never sees half of it. */
async function putInPlace(target: string, content: Uint8Array): Promise<void> {
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    // Without the flush, a crash could leave the name of a file whose contents never reached the disk.
    await writeFile(temporary, content, { flush: true });
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}
