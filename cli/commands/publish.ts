import type { Report } from '../../reports/model/report.ts';
import { annotations } from '../../reports/terminal/annotations.ts';
import { terminalReport } from '../../reports/terminal/terminal.ts';
import { type Outputs, writeOutputs } from '../../reports/write.ts';
import { exitCodes } from '../usage.ts';

/**
 * Writes the files of a report and prints its table, in a GitHub workflow with annotations; returns the exit code of the verdict.
 * @throws OutputError when the files cannot be written. The table is printed before, so that the verdict is known all the same.
 */
export function publish(report: Report, outputs: Outputs, directory: string): number {
  try {
    writeOutputs(directory, outputs);
  } finally {
    const color = process.stdout.isTTY && process.stdout.hasColors();
    const annotated = process.env.GITHUB_ACTIONS === 'true' ? annotations(report) : [];
    process.stdout.write([terminalReport(report, directory, color), ...annotated.map((each) => `${each}\n`)].join(''));
  }
  // A shard that nothing contradicts has done its part.
  return report.verdict === 'in part' ? exitCodes.supported : exitCodes[report.verdict];
}
