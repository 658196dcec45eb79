import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { OutputError, writeOutputs } from './write.ts';

/** Options of the reporter. */
export interface ClaimReporterOptions {
  /** Directory that the report goes to. */
  readonly out: string;
}

/** Reporter of vitest that makes of the tests of claims what `claimcheck verify` makes of a run: evidence, report and closing table. */
export default class ClaimReporter implements Reporter {
  readonly #out: string;
  #vitest: Vitest | undefined;

  constructor({ out }: ClaimReporterOptions) {
    this.#out = out;
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  async onTestRunEnd(files: readonly TestModule[]): Promise<void> {
    // Loaded when all tests are done: nobody waits for it before the first.
    const { reportTests } = await import('./report-tests.ts');
    const report = await reportTests(files, this.#out, process.stdout.isTTY && process.stdout.hasColors());
    if (report === undefined) return;
    this.#vitest?.logger.log(`\n${report.table}`);
    try {
      writeOutputs(this.#out, report.outputs);
    } catch (error) {
      if (!(error instanceof OutputError)) throw error;
      this.#vitest?.logger.error(`claimcheck: ${error.message}`);
      process.exitCode = 1;
    }
  }
}
