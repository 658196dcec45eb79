import { join } from 'node:path';
import { suiteCoverage } from '../../properties/engine/coverage/suite.ts';
import { evidenceLines } from '../../reports/json.ts';
import { counted } from '../../reports/wording/numbers.ts';
import { writeOutputs } from '../../reports/write.ts';
import { claimDirectory } from '../out-directory.ts';
import { coverageProgress } from '../progress/coverage-progress.ts';
import type { SuiteSummary } from '../suites.ts';
import { exitCodes } from '../usage.ts';
import { coverageFile } from './coverage-file.ts';

/** Options of `claimcheck coverage`. */
export interface CoverageCommand {
  readonly claim?: readonly string[];
  readonly out: string;
}

/** Measures which lines of its theory and simulators each claim executes, and writes them to coverage.jsonl. Loads no suite before counting has begun. */
export async function coverage(listed: SuiteSummary, { claim, out }: CoverageCommand): Promise<number> {
  claimDirectory(out);
  const progress = coverageProgress(process.stderr);
  const records = await suiteCoverage(
    listed,
    async (suite) => (await import('./choose-claims.ts')).chooseClaims(suite, claim).map(({ id }) => id),
    progress.measured,
  ).finally(progress.stop);
  writeOutputs(out, { [coverageFile]: evidenceLines(records) });
  process.stdout.write(`Lines executed by ${counted(records.length - 1, 'claim')}: ${join(out, coverageFile)}\n`);
  return exitCodes.supported;
}
