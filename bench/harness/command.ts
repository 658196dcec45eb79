import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../../properties/engine/sources/repository.ts';

/** What a process took, all its threads together. */
export interface Account {
  /** Seconds from its start to its end. */
  readonly clock: number;
  /** Seconds of processor time. */
  readonly processor: number;
  /** Most memory that it held at a time, MiB. */
  readonly peak: number;
}

/** Runs a claimcheck command in a process of its own. @throws Error when it does not end with one of the exit codes. */
export function claimcheck(words: readonly string[], exitCodes: readonly number[] = [0]): Account {
  return inTemporaryDirectory((directory) => {
    const file = join(directory, 'account.json');
    const loaded = ['--import', import.meta.resolve('tsx'), '--import', join(import.meta.dirname, 'account.mjs')];
    const started = performance.now();
    const { status, signal, stderr } = spawnSync(
      process.execPath,
      [...loaded, join(repositoryRoot, 'cli.ts'), ...words],
      {
        env: { ...process.env, CLAIMCHECK_BENCH_ACCOUNT: file },
        stdio: ['ignore', 'ignore', 'pipe'],
        encoding: 'utf8',
      },
    );
    const clock = (performance.now() - started) / 1000;
    if (status === null || !exitCodes.includes(status)) {
      throw new Error(
        `claimcheck ${words.join(' ')} ended with ${signal ?? status}: ${stderr.trim().split('\n').at(-1)}`,
      );
    }
    return { clock, ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<Account, 'clock'>) };
  });
}

/** Calls `use` with a directory that is removed afterwards. */
export function inTemporaryDirectory<T>(use: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'claimcheck-bench-'));
  try {
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
