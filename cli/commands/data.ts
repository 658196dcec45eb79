import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { ensureDirectory, OutputError } from '../../reports/write.ts';
import { fetchFiles } from '../../sim/digits/fetch/fetch.ts';
import { type IdxFile, mnistFiles, mnistMirrors } from '../../sim/digits/mnist/mnist-files.ts';
import { fetchProgressOn } from '../progress/fetch-progress.ts';
import { EndedEarly } from '../resume/ended-early.ts';
import { interruptible } from '../resume/interruption.ts';
import { UsageError } from '../usage.ts';

/** Options of `claimcheck data fetch`. */
export interface FetchCommand {
  readonly to?: string;
  readonly mirror?: readonly string[];
}

const allFiles = Object.values(mnistFiles).flatMap(({ images, labels }) => [images, labels]);

/** Downloads what is missing of MNIST, says where it is and how it is used; returns the exit code. */
export async function fetchData({ to, mirror }: FetchCommand, files: readonly IdxFile[] = allFiles): Promise<number> {
  const mirrors = mirror?.map(mirrorAddress) ?? mnistMirrors;
  const directory = resolve(to ?? join(envPaths('claimcheck', { suffix: '' }).cache, 'mnist'));
  claimDirectory(directory, to !== undefined);
  const progress = fetchProgressOn(process.stderr);
  try {
    await interruptible((signal) => fetchFiles({ files, directory, mirrors, onEvent: progress.onEvent, signal }));
  } catch (error) {
    if (error instanceof EndedEarly) {
      throw new EndedEarly(
        `${error.message}; what has arrived is kept, and the same command goes on from there`,
        error.exitCode,
      );
    }
    // What the system refuses, as the disk being full; mirrors that fail are another kind of error.
    if (error instanceof Error && 'syscall' in error) {
      throw new OutputError(`cannot write to ${directory}: ${error.message}`);
    }
    throw error;
  } finally {
    progress.stop();
  }
  process.stdout.write(
    `MNIST is in ${directory}\nIt is used when it is named: npm run verify -- --mnist "${directory}", or CLAIMCHECK_MNIST="${directory}" in the environment.\n`,
  );
  return 0;
}

function mirrorAddress(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url === undefined || !['https:', 'http:'].includes(url.protocol) || url.username !== '') {
    throw new UsageError(
      `--mirror: ${given} is not an address of a directory; allowed are https://host/path and http://host/path, without user and password`,
    );
  }
  return given;
}

/** Makes a directory. One that was named on the command line and cannot be written is a bad command line. */
function claimDirectory(directory: string, named: boolean): void {
  try {
    ensureDirectory(directory);
  } catch (error) {
    throw named && error instanceof OutputError ? new UsageError(`--to: ${error.message}`) : error;
  }
}
