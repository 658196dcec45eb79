import { constants } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { largestGzip } from '../mnist/gzip.ts';
import { plainSize } from '../mnist/idx-header.ts';
import type { IdxFile } from '../mnist/mnist-files.ts';
import { receivedFault } from './content.ts';
import { MirrorError, request } from './request.ts';

/** A download of one file from one mirror. */
export interface Download {
  readonly url: string;
  readonly file: IdxFile;
  /** Where the bytes are kept until they are the whole file, from one download to the next. */
  readonly part: string;
  /** Milliseconds without a byte after which the mirror is given up. */
  readonly patience: number;
  readonly signal?: AbortSignal | undefined;
  /** Told, as bytes arrive, how many there are in all, and how many there will be if the mirror says. */
  readonly onBytes: (bytes: number, total: number | undefined) => void;
}

/**
 * Downloads a file, going on from what an earlier download left. Two that share a part do no worse than fail: what is returned
 * has been checked, and is all that is returned.
 * @returns the file as received, gzip or plain.
 * @throws MirrorError when the mirror does not give it; what has arrived is kept unless it is wrong.
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
  // What an earlier download left was wrong, or of a mirror that packs the file otherwise: once more, from the start.
  return download(options);
}

/** Writes what the mirror sends; tells from which byte on, and what broke it off. */
async function transfer(part: FileHandle, from: number, { url, file, patience, signal, onBytes }: Download) {
  const { offset, total, chunks } = await request(url, from, patience, signal);
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
  // An earlier download may have left more than this one replaced.
  await part.truncate(at);
  return { offset, broken };
}

async function writeAll(part: FileHandle, chunk: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    done += (await part.write(chunk, done, chunk.length - done, at + done)).bytesWritten;
  }
}

/** What the part holds; of one that is too long, enough to see that it is wrong. */
function contentOf(part: FileHandle, file: IdxFile): Promise<Buffer> {
  const most = largestGzip(plainSize(file));
  return buffer(part.createReadStream({ start: 0, end: most, autoClose: false }));
}
