import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { canonicalJson } from '../canonical-json.ts';
import { writingTo } from '../output-error.ts';
import type { Checkpoints, CheckpointsOnDisk } from './checkpoints.ts';

const DIGEST_BYTES = 32;

/**
 * Checkpoints on disk, one file for each piece of work. A file begins with the SHA-256 of its contents, and is written
 * under a temporary name and then renamed: a process that is killed at any moment leaves whole files only. A damaged
 * file is ignored, and a line on stderr says so.
 */
export function checkpointsOnDisk({ directory, identity }: CheckpointsOnDisk): Checkpoints {
  const pathOf = (work: unknown) =>
    join(
      directory,
      createHash('sha256')
        .update(canonicalJson([identity, work]))
        .digest('hex'),
    );
  return {
    async load(work) {
      const path = pathOf(work);
      const file = readIfPresent(path);
      if (file === undefined) return undefined;
      const bytes = file.subarray(DIGEST_BYTES);
      if (digest(bytes).equals(file.subarray(0, DIGEST_BYTES))) return bytes;
      process.stderr.write(`claimcheck: ${path} is damaged: it is ignored, and its work is done again\n`);
      return undefined;
    },
    async save(work, bytes) {
      const path = pathOf(work);
      const temporary = `${path}.${process.pid}.${threadId}.tmp`;
      writingTo(path, () => {
        mkdirSync(directory, { recursive: true });
        try {
          writeFileSync(temporary, Buffer.concat([digest(bytes), bytes]));
          renameSync(temporary, path);
        } finally {
          rmSync(temporary, { force: true });
        }
      });
    },
    async remove(work) {
      rmSync(pathOf(work), { force: true });
    },
  };
}

/** Calls `use` with an address where there are no checkpoints yet. Checkpoints that are saved there are removed when `use` is done. */
export async function withTemporaryCheckpoints<T>(use: (address: CheckpointsOnDisk) => Promise<T>): Promise<T> {
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
