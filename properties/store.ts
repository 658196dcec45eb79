import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { threadId } from 'node:worker_threads';
import { canonicalJson } from './canonical-json.ts';

/** Where unfinished work is kept, and whose it is. Plain data, so that workers open the same store. */
export interface StoreAddress {
  readonly directory: string;
  /** What decides the outcome of work beside the work itself: sources, versions, engine, digits. Work of another identity is not found. */
  readonly identity: string;
}

/** What a piece of work has come to: its result, or the state that it goes on from. */
export type Stage = 'result' | 'checkpoint';

const DIGEST_BYTES = 32;

/**
 * Finished and half-finished work on disk, each piece a file named by what the work is. A file is written under a temporary name and renamed,
 * and begins with the SHA-256 of its contents: a run that is killed at any moment leaves whole files only, and a file that was harmed since
 * is not believed.
 */
export class Store {
  readonly #address: StoreAddress;

  /** Makes the directory if it is absent. */
  constructor(address: StoreAddress) {
    this.#address = address;
    mkdirSync(address.directory, { recursive: true });
  }

  /** The bytes last saved for a piece of work; undefined when there are none, or when they are damaged, which is said on stderr. */
  load(work: unknown, stage: Stage): Uint8Array | undefined {
    const path = this.#path(work, stage);
    const file = readIfPresent(path);
    if (file === undefined) return undefined;
    const bytes = file.subarray(DIGEST_BYTES);
    if (digest(bytes).equals(file.subarray(0, DIGEST_BYTES))) return bytes;
    process.stderr.write(`claimcheck: ${path} is damaged: it is ignored, and its work is done again\n`);
    return undefined;
  }

  save(work: unknown, stage: Stage, bytes: Uint8Array): void {
    const path = this.#path(work, stage);
    const temporary = `${path}.${process.pid}.${threadId}.tmp`;
    writeFileSync(temporary, Buffer.concat([digest(bytes), bytes]));
    renameSync(temporary, path);
  }

  /** What a piece of work came to when it was done before; otherwise it is done now, and its result saved. */
  async resultOf<T>(work: unknown, perform: () => Promise<T>): Promise<T> {
    const stored = this.load(work, 'result');
    if (stored !== undefined) return deserialize(stored);
    const result = await perform();
    this.save(work, 'result', serialize(result));
    return result;
  }

  remove(work: unknown, stage: Stage): void {
    rmSync(this.#path(work, stage), { force: true });
  }

  #path(work: unknown, stage: Stage): string {
    const name = createHash('sha256')
      .update(canonicalJson([this.#address.identity, work]))
      .digest('hex');
    return join(this.#address.directory, `${name}.${stage}`);
  }
}

/** Calls `use` with the address of an empty store, which is removed when it is done. */
export async function withTemporaryStore<T>(use: (address: StoreAddress) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'claimcheck-'));
  try {
    return await use({ directory, identity: '' });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function digest(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function readIfPresent(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
