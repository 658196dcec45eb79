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

/** What happens while files are fetched; `file` is the name that is downloaded. */
export type FetchEvent =
  | { readonly type: 'present' | 'fetched'; readonly file: string }
  | { readonly type: 'asked'; readonly file: string; readonly mirror: string }
  | { readonly type: 'bytes'; readonly file: string; readonly bytes: number; readonly total: number | undefined }
  | { readonly type: 'failed'; readonly file: string; readonly mirror: string; readonly reason: string };

/** How to fetch files. */
export interface FetchOptions {
  readonly files: readonly IdxFile[];
  /** An existing directory. */
  readonly directory: string;
  /** Addresses under which the files are published, asked in this order; one that fails is asked last for later files. */
  readonly mirrors: readonly string[];
  /** Milliseconds without a byte after which the next mirror is asked. */
  readonly patience?: number;
  readonly onEvent?: (event: FetchEvent) => void;
  /** Ends the fetch when it is aborted; what has arrived stays. */
  readonly signal?: AbortSignal;
}

/** Half a minute: a packet lost and sent again after 1, 3, 7 and 15 s (RFC 6298) has been lost five times. */
const PATIENCE = 30_000;

/**
 * Sees to it that a directory holds files that are published as IDX, gzipped. Files that are there and right stay as they are,
 * others are downloaded, checked and only then put in place, whole. What a broken download leaves (`.part`) the next one uses.
 * @throws DataError when no mirror gives a file; the system's error when the directory cannot be written; the reason of the signal when that
 * is aborted.
 */
export async function fetchFiles({ files, directory, onEvent = () => {}, ...options }: FetchOptions): Promise<void> {
  const mirrors = [...options.mirrors];
  for (const file of files) {
    options.signal?.throwIfAborted();
    const name = `${file.name}.gz`;
    const target = join(directory, name);
    // Where both are there, the plain file is the one that is read.
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
        patience: options.patience ?? PATIENCE,
        signal: options.signal,
        onBytes: (bytes, total) => onEvent({ type: 'bytes', file: name, bytes, total }),
      }),
    );
    // A mirror may have had it unpacked on its way (Content-Encoding).
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

/** Asks one mirror after the other; those that fail go to the end of the list. */
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
    // Flushed: after a crash the name would else stand for a file whose content never came to the disk.
    await writeFile(temporary, content, { flush: true });
    await rename(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}
