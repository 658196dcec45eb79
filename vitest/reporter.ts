import { tsImport } from 'tsx/esm/api';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { OutputError } from '../properties/engine/output-error.ts';
import { directoryOf, type Shard, wholeRun } from '../properties/engine/plan/shard.ts';
import { writeOutputs } from '../reports/write.ts';

/** Options of the reporter. */
export interface ClaimReporterOptions {
  /** Directory that the report goes to; claimcheck-out/test when undefined, and a directory in it of each of vitest's shards. */
  readonly out: string | undefined;
}

/** Reporter of vitest that makes of the tests of claims what `claimcheck verify` makes of a run: evidence, report and closing table. */
export default class ClaimReporter implements Reporter {
  readonly #out: string | undefined;
  #vitest: Vitest | undefined;

  constructor({ out }: ClaimReporterOptions) {
    this.#out = out;
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  async onTestRunEnd(files: readonly TestModule[]): Promise<void> {
    // Loaded when all tests are done: nobody waits for it before the first.
    const [{ reportTests }, { suites }] = await Promise.all([
      load<typeof import('./report-tests.ts')>('./report-tests.ts'),
      load<typeof import('../cli/suites.ts')>('../cli/suites.ts'),
    ]);
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

/** Not by vitest, which has emptied the modules of the test files when it merges blob reports, and would give them to us. */
function load<Module>(path: string): Promise<Module> {
  return tsImport(path, import.meta.url);
}
