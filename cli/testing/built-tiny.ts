import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from '../../properties/engine/sources/repository.ts';
import { bundle, threadEntries } from '../launch/build.mjs';
import type { CommandLine } from './processes.ts';

const FOLDER = 'cli/testing/tiny-suite';

/** A build of the tiny suite's command line. */
export interface BuiltTiny {
  readonly commandLine: CommandLine;
  remove(): void;
}

/**
 * For tests that start many processes: builds the tiny suite's command line. It starts several times as fast as its sources do.
 * @param suites what is built for worker threads beside the module that answers to tasks.
 */
export async function buildTiny(suites: readonly string[] = [`${FOLDER}/suite`]): Promise<BuiltTiny> {
  // Packages are looked for in the folders above a module.
  const cache = join(repositoryRoot, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const directory = mkdtempSync(join(cache, 'claimcheck-tiny-'));
  await bundle(directory, { claimcheck: `${FOLDER}/claimcheck.ts`, ...threadEntries(suites) });
  const start = join(directory, 'start.mjs');
  const build = JSON.stringify(pathToFileURL(`${directory}/`).href);
  writeFileSync(
    start,
    `import { setEnvironmentData } from 'node:worker_threads';
setEnvironmentData('claimcheck build', ${build});
await import('./claimcheck.mjs');
`,
  );
  return { commandLine: [start], remove: () => rmSync(directory, { recursive: true }) };
}
