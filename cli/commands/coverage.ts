import { join } from 'node:path';
import { suiteCoverage } from '../../properties/engine/coverage/suite.ts';
import { evidenceLines } from '../../reports/json.ts';
import { counted } from '../../reports/wording/numbers.ts';
import { writeOutputs } from '../../reports/write.ts';
import { claimDirectory } from '../out-directory.ts';
import { coverageProgress } from '../progress/coverage-progress.ts';
import { exitCodes } from '../usage.ts';
import { coverageFile } from './coverage-file.ts';

/** Options of `claimcheck coverage`. */
export interface CoverageCommand {
  readonly claim?: readonly string[];
  readonly out: string;
}

/** Measures which lines of theory/ and sim/ each claim executes, and writes them to coverage.jsonl. Imports no claim before counting has begun. */
export async function coverage({ claim, out }: CoverageCommand): Promise<number> {
  claimDirectory(out);
  const progress = coverageProgress(process.stderr);
  const choose = async () => (await import('./choose-claims.ts')).chooseClaims(claim).map(({ id }) => id);
  const records = await suiteCoverage(choose, progress.measured).finally(progress.stop);
  writeOutputs(out, { [coverageFile]: evidenceLines(records) });
  process.stdout.write(`Lines executed by ${counted(records.length - 1, 'claim')}: ${join(out, coverageFile)}\n`);
  return exitCodes.supported;
}
