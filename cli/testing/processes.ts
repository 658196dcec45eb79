import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { repositoryRoot } from '../../properties/engine/sources/repository.ts';

/** The words by which Node starts a command line. */
export type CommandLine = readonly string[];

/** The command line of the suites that come with claimcheck, as its users start it: a build of the sources. */
export const launcher: CommandLine = [join(repositoryRoot, 'claimcheck')];

/** The command line of the tiny suite. */
export const tinyCommandLine: CommandLine = ['--import', 'tsx', join(import.meta.dirname, 'tiny-suite/claimcheck.ts')];

/** For tests: a command in a process of its own. */
export function start(
  commandLine: CommandLine,
  words: readonly string[],
  options: Pick<SpawnOptions, 'env'> = {},
): ChildProcess {
  return spawn(process.execPath, [...commandLine, ...words], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
}

/** What a process printed, and how it ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** For tests: waits for a process. */
export async function endOf(child: ChildProcess): Promise<Ended> {
  const [stdout, stderr, [exitCode, signal]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>,
  ]);
  return { exitCode, signal, stdout, stderr };
}
