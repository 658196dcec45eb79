import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { inflateAtMost, isGzip, largestGzip } from '../mnist/gzip.ts';
import { plainSize } from '../mnist/idx-header.ts';
import type { IdxFile } from '../mnist/mnist-files.ts';
import { MirrorError, request } from './request.ts';

/** What to download: one file from one mirror. */
export interface Download {
  readonly url: string;
  readonly file: IdxFile;
  /** Path of the file that holds the bytes that arrived so far. The next download continues it. */
  readonly part: string;
  /** Milliseconds without a byte after which the mirror is given up. */
  readonly silenceLimitMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Called when bytes arrive, with their number so far, and with the size of the whole file if the mirror states it. */
  readonly onBytes: (bytes: number, total: number | undefined) => void;
}

/**
 * Downloads a file. It continues from the bytes that an earlier download left in the part. The result is checked, so that two downloads into one
 * part may fail, but never return a wrong file.
 * @returns the file as received, gzip or plain.
 * @throws MirrorError when the mirror does not give the file. The bytes that arrived are kept, unless they are wrong.
 */
export async function download(options: Download): Promise<Buffer> {
  const { file, part: path } = options;
  const part = await open(path, constants.O_RDWR | constants.O_CREAT);
  try {
    const left = await contentOf(part, file);
    if (receivedFault(left, file) === undefined) return left;
    const { offset, broken } = await transfer(part, left.length, options);
    const received = await contentOf(part, file);
    const fault = receivedFault(received, file);
    if (fault === undefined) return received;
    if (broken !== undefined) throw broken;
    await rm(path, { force: true });
    if (offset === 0) throw new MirrorError(fault);
  } finally {
    await part.close();
  }
  // The bytes of an earlier download were wrong, or from a mirror that compresses the file differently: try again from the start.
  return download(options);
}

/** Writes the bytes that the mirror sends. Returns the place of the first of them, and the error that ended the transfer, if any. */
async function transfer(part: FileHandle, from: number, { url, file, silenceLimitMs, signal, onBytes }: Download) {
  const { offset, total, chunks } = await request(url, from, silenceLimitMs, signal);
  const most = largestGzip(plainSize(file));
  let at = offset;
  let broken: MirrorError | undefined;
  try {
    for await (const chunk of chunks) {
      await writeAll(part, chunk, at);
      at += chunk.length;
      onBytes(at, total);
      if (at > most) break;
    }
  } catch (error) {
    if (!(error instanceof MirrorError)) throw error;
    broken = error;
  }
  // An earlier download may have left more bytes than this one has overwritten.
  await part.truncate(at);
  return { offset, broken };
}

async function writeAll(part: FileHandle, chunk: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    done += (await part.write(chunk, done, chunk.length - done, at + done)).bytesWritten;
  }
}

/** The bytes of the part. If there are too many, only enough of them to see that they are wrong. */
function contentOf(part: FileHandle, file: IdxFile): Promise<Buffer> {
  const most = largestGzip(plainSize(file));
  return buffer(part.createReadStream({ start: 0, end: most, autoClose: false }));
}

/**
 * Says in a few words why the bytes received, gzip or plain, are not the expected file. Undefined when they are. At most the size of the file is
 * inflated.
 */
function receivedFault(received: Uint8Array, expected: IdxFile): string | undefined {
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
