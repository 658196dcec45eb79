import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import type { ListedSuite } from '../cli/suites.ts';
import { OutputError } from '../properties/engine/output-error.ts';
import { directoryOf, type Shard, wholeRun } from '../properties/engine/plan/shard.ts';
import { writeOutputs } from '../reports/write.ts';
import { areTested } from './test-folder.ts';

/** Options of the reporter. */
export interface ClaimReporterOptions {
  /** Directory of the report. When undefined, claimcheck-out/test, and a directory in it for each of vitest's shards. */
  readonly out: string | undefined;
  /** Path of the module whose export `suites` lists the suites that are reported; those that come with claimcheck when absent. */
  readonly suites?: string;
}

/** Reporter of vitest that writes evidence and report of the tests of claims, and prints the closing table, as `claimcheck verify` does for a run. */
export default class ClaimReporter implements Reporter {
  readonly #out: string | undefined;
  readonly #suites: string;
  #vitest: Vitest | undefined;

  constructor({ out, suites = join(import.meta.dirname, '../cli/suites.ts') }: ClaimReporterOptions) {
    this.#out = out;
    this.#suites = suites;
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  async onTestRunEnd(files: readonly TestModule[]): Promise<void> {
    const { suites } = await load<{ readonly suites: readonly ListedSuite[] }>(this.#suites);
    // Reports are loaded when all tests are done, and only when claims are among them.
    if (!suites.some((suite) => areTested(suite, files))) return;
    const { reportTests } = await load<typeof import('./report-tests.ts')>('./report-tests.ts');
    const shard: Shard = this.#vitest?.config.shard ?? wholeRun;
    const out = this.#out ?? directoryOf(shard, 'claimcheck-out/test');
    const color = process.stdout.isTTY && process.stdout.hasColors();
    for (const { directory, table, outputs } of await reportTests(files, suites, { directory: out, color, shard })) {
      this.#vitest?.logger.log(`\n${table}`);
      try {
        writeOutputs(directory, outputs);
      } catch (error) {
        if (!(error instanceof OutputError)) throw error;
        this.#vitest?.logger.error(`claimcheck: ${error.message}`);
        process.exitCode = 1;
      }
    }
  }
}

/** Loads a module by tsx. Vitest would give modules of the test files, which it has emptied, when it merges blob reports. */
function load<Module>(path: string): Promise<Module> {
  return tsImport(path, import.meta.url);
}
