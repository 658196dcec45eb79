import { type ListedSuite, type LoadedSuite, loadAll } from '../cli/suites.ts';
import type { EvidenceRecord, RunRecord } from '../properties/engine/evidence/evidence.ts';
import { type Shard, shardName } from '../properties/engine/plan/shard.ts';
import { buildReport } from '../reports/model/build-report.ts';
import type { Report } from '../reports/model/report.ts';
import { outputsOf } from '../reports/outputs.ts';
import { terminalReport } from '../reports/terminal/terminal.ts';
import { counted } from '../reports/wording/numbers.ts';
import type { Outputs } from '../reports/write.ts';
import { areTested } from './test-folder.ts';
import { type EndedFile, evidenceOfTests } from './tested-claims.ts';

/** The report of a test run about a suite, in the forms in which `claimcheck verify` reports a run. */
export interface TestReport {
  /** Where the outputs go. */
  readonly directory: string;
  /** The closing table for a terminal. */
  readonly table: string;
  /** The output files by their names. */
  readonly outputs: Outputs;
}

/** How a test run, or a shard of one, is reported. */
export interface TestReportOptions {
  /** Directory of the report of the first suite. The reports of other suites go to directories in it. */
  readonly directory: string;
  readonly color: boolean;
  readonly shard: Shard;
}

/** Reports a test run, suite by suite. A suite without a tested claim has no report, unless another shard tested one. */
export async function reportTests(
  files: readonly EndedFile[],
  suites: readonly ListedSuite[],
  { directory, color, shard }: TestReportOptions,
): Promise<TestReport[]> {
  const made: TestReport[] = [];
  for (const [place, listed] of suites.entries()) {
    if (!areTested(listed, files)) continue;
    const loaded = await loadAll(listed);
    const records = await evidenceOfTests(files, loaded.suite, shard);
    if (records.length === 0) continue;
    const out = place === 0 ? directory : `${directory}/${listed.id}`;
    made.push(await reportSuite(records, loaded, { directory: out, color, shard }));
  }
  return made;
}

async function reportSuite(
  records: readonly EvidenceRecord[],
  { suite, reports }: LoadedSuite,
  { directory, color, shard }: TestReportOptions,
): Promise<TestReport> {
  const { claims } = suite;
  const report = reportOf(records, { suite, reports }, shard);
  const tested = report.claims.length + report.leftOut.length;
  const partial = `Partial: ${tested} of ${counted(claims.length, 'claim')} tested; the statements of the others count as not yet covered.\n`;
  return {
    directory,
    table: `${terminalReport(report, directory, color)}${tested < claims.length ? partial : ''}`,
    outputs: await outputsOf(report, records, { directory, reports }),
  };
}

/** The report of the evidence. The report of a shard is made as if the run had no other claims, and a note says that it has. */
function reportOf(records: readonly EvidenceRecord[], { suite, reports }: LoadedSuite, shard: Shard): Report {
  if (shard.count === 1) return buildReport(records, suite, { reports });
  const here = records.map((record) => (record.type === 'run' ? withoutShards(record) : record));
  const note = `This is shard ${shardName(shard)} of a test run: it has the claims of its test files. With the evidence of all ${shard.count} shards, claimcheck report --from gives the report of the run.`;
  return { ...buildReport(here, suite, { reports }), notes: [note] };
}

function withoutShards({ shards: _, ...run }: RunRecord): RunRecord {
  return run;
}
