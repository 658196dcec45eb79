import { tsImport } from 'tsx/esm/api';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { directoryOf, type Shard, wholeRun } from '../properties/engine/plan/shard.ts';
import { OutputError, writeOutputs } from '../reports/write.ts';

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
    const { reportTests } = await loadReportTests();
    const shard: Shard = this.#vitest?.config.shard ?? wholeRun;
    const out = this.#out ?? directoryOf(shard, 'claimcheck-out/test');
    const color = process.stdout.isTTY && process.stdout.hasColors();
    const report = await reportTests(files, { directory: out, color, shard });
    if (report === undefined) return;
    this.#vitest?.logger.log(`\n${report.table}`);
    try {
      writeOutputs(out, report.outputs);
    } catch (error) {
      if (!(error instanceof OutputError)) throw error;
      this.#vitest?.logger.error(`claimcheck: ${error.message}`);
      process.exitCode = 1;
    }
  }
}

/** Not by vitest, which has emptied the modules of the test files when it merges blob reports, and would give them to us. */
function loadReportTests(): Promise<typeof import('./report-tests.ts')> {
  return tsImport('./report-tests.ts', import.meta.url);
}
