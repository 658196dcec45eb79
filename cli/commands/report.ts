import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { DataError } from '../../properties/engine/data-error.ts';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import type { Problem } from '../../properties/engine/evidence/read-evidence.ts';
import { claimSources } from '../../properties/engine/sources/claim-sources.ts';
import { buildReport } from '../../reports/model/build-report.ts';
import { notesOf } from '../../reports/model/notes.ts';
import type { Report } from '../../reports/model/report.ts';
import { outputsOf } from '../../reports/outputs.ts';
import { counted } from '../../reports/wording/numbers.ts';
import { printable } from '../../reports/wording/printable.ts';
import type { ListedSuite, LoadedSuite } from '../suites.ts';
import { UsageError } from '../usage.ts';
import { publish } from './publish.ts';
import { readFiles } from './read-files.ts';

/** Options of `claimcheck report`. */
export interface ReportCommand {
  readonly from: readonly string[];
  readonly out: string;
}

/** Problems that are printed one by one: a screenful. The rest is counted. */
const TOLD = 20;

/**
 * Merges the evidence of a run's shards, writes its report in all forms and prints its table, without running anything; returns the exit
 * code of the verdict.
 * @throws DataError when a file cannot be read, the files are not of one run, their suite is unknown, or the run is of another state of its manifest.
 */
export async function report(suites: readonly ListedSuite[], { from, out }: ReportCommand): Promise<number> {
  const rendersInPlace = inPlace(from, out);
  const merged = await readFiles(from, suites);
  const { reports } = merged;
  tell(merged.problems);
  const built = reportOf(merged.records, merged);
  for (const note of built.notes) process.stderr.write(`claimcheck: ${note}\n`);
  const report = { ...built, notes: [...built.notes, ...notesOf(merged)] };
  const outputs = await outputsOf(report, merged.records, { directory: out, reports });
  const { 'evidence.jsonl': evidence, ...rendered } = outputs;
  // Evidence that is reported where it lies stays as it is: a person may mend the lines that cannot be used.
  return publish(report, rendersInPlace ? rendered : { 'evidence.jsonl': evidence!, ...rendered }, out);
}

function reportOf(records: readonly EvidenceRecord[], { suite, reports }: LoadedSuite): Report {
  const run = records.find((record) => record.type === 'run');
  const ids = new Set(run?.claims.map(({ id }) => id));
  const sources = claimSources(
    suite,
    suite.claims.filter(({ id }) => ids.has(id)),
  );
  try {
    return buildReport(records, suite, { reports, sources });
  } catch (error) {
    throw error instanceof RangeError ? new DataError(`--from: ${error.message}`) : error;
  }
}

/** Whether the only evidence is that which lies in the output directory already. */
function inPlace(from: readonly string[], out: string): boolean {
  const target = join(out, 'evidence.jsonl');
  const among =
    existsSync(target) && from.some((file) => existsSync(file) && realpathSync(file) === realpathSync(target));
  if (among && from.length > 1)
    throw new UsageError(
      `--out ${out}: its evidence.jsonl is one of the files, and the merged evidence would take its place`,
    );
  return among;
}

function tell(problems: readonly Problem[]): void {
  const lines = problems.slice(0, TOLD).map(({ file, line, what }) => `${file}:${line} ${what}`);
  if (problems.length > TOLD) lines.push(`and ${counted(problems.length - TOLD, 'more line')} that cannot be used`);
  for (const line of lines) process.stderr.write(`claimcheck: ${printable(line)}\n`);
}
