import { claims } from '../properties/claims/index.ts';
import { statements } from '../theory/statements.ts';
import { counted } from './numbers.ts';
import { outputsOf } from './outputs.ts';
import { buildReport } from './report.ts';
import { terminalReport } from './terminal.ts';
import { type EndedFile, evidenceOfTests } from './tested-claims.ts';
import { writeOutputs } from './write.ts';

/**
 * Writes the report of a test run into a directory and returns its closing table; writes and returns nothing when no claim was tested.
 * @throws OutputError when the report cannot be written.
 */
export function reportTests(files: readonly EndedFile[], directory: string, color: boolean): string {
  const records = evidenceOfTests(files);
  if (records.length === 0) return '';
  const report = buildReport(records, statements);
  writeOutputs(directory, outputsOf(report, records));
  const table = terminalReport(report, directory, color);
  const tested = report.claims.length + report.leftOut.length;
  if (tested === claims.length) return table;
  return `${table}Partial: ${tested} of ${counted(claims.length, 'claim')} tested; the statements of the others count as not yet covered.\n`;
}
