import { readFileSync } from 'node:fs';
import { compareReports } from '../../reports/gate/gate.ts';
import { gateText } from '../../reports/gate/gate-text.ts';
import { parseReport } from '../../reports/model/read-report.ts';
import type { Report } from '../../reports/model/report.ts';
import { exitCodes, UsageError } from '../usage.ts';

/** Options of `claimcheck gate`. */
export interface GateCommand {
  /** The report.json to compare with. */
  readonly baseline: string;
  /** The report.json that is compared. */
  readonly report: string;
  /** Says what is worse without failing for it. */
  readonly informational?: boolean;
}

/**
 * Prints what is worse in a report than in its baseline; returns the exit code of that.
 * @throws UsageError for a file that cannot be read, DataError for one that is no report, or not one of the same kind of run.
 */
export function gate({ baseline: baselineFile, report: reportFile, informational = false }: GateCommand): number {
  const baseline = reportIn(baselineFile, '--baseline');
  const report = reportIn(reportFile, '--report');
  const found = compareReports(baseline, report);
  process.stdout.write(gateText(found, baseline, report));
  return found.regressions.length === 0 || informational ? exitCodes.supported : exitCodes.regressed;
}

function reportIn(file: string, option: string): Report {
  return parseReport(textOf(file, option), `${option}: ${file}`);
}

function textOf(file: string, option: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${option}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
