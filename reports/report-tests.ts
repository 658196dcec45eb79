import { claims } from '../properties/claims/index.ts';
import { statements } from '../theory/statements.ts';
import { counted } from './numbers.ts';
import { outputsOf } from './outputs.ts';
import { buildReport } from './report.ts';
import { terminalReport } from './terminal.ts';
import { type EndedFile, evidenceOfTests } from './tested-claims.ts';
import type { Outputs } from './write.ts';

/** What `claimcheck verify` makes of a run, made of a test run: its closing table, and every output file by its name. */
export interface TestReport {
  readonly table: string;
  readonly outputs: Outputs;
}

/** Reports a test run; undefined when no claim was tested. `directory` is where the outputs will lie. */
export async function reportTests(
  files: readonly EndedFile[],
  directory: string,
  color: boolean,
): Promise<TestReport | undefined> {
  const records = evidenceOfTests(files);
  if (records.length === 0) return undefined;
  const report = buildReport(records, statements);
  const tested = report.claims.length + report.leftOut.length;
  const partial = `Partial: ${tested} of ${counted(claims.length, 'claim')} tested; the statements of the others count as not yet covered.\n`;
  return {
    table: `${terminalReport(report, directory, color)}${tested < claims.length ? partial : ''}`,
    outputs: await outputsOf(report, records, directory),
  };
}
