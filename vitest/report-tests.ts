import type { EvidenceRecord, RunRecord } from '../properties/engine/evidence/evidence.ts';
import { type Shard, shardName } from '../properties/engine/plan/shard.ts';
import { claims } from '../properties/verified-retraining/claims/index.ts';
import { buildReport, type Report } from '../reports/model/report.ts';
import { outputsOf } from '../reports/outputs.ts';
import { terminalReport } from '../reports/terminal/terminal.ts';
import { counted } from '../reports/wording/numbers.ts';
import type { Outputs } from '../reports/write.ts';
import { statements } from '../theory/verified-retraining/statements/index.ts';
import { type EndedFile, evidenceOfTests } from './tested-claims.ts';

/** What `claimcheck verify` makes of a run, made of a test run: its closing table, and every output file by its name. */
export interface TestReport {
  readonly table: string;
  readonly outputs: Outputs;
}

/** How a test run, or a shard of one, is reported. */
export interface TestReportOptions {
  /** Where the outputs will lie. */
  readonly directory: string;
  readonly color: boolean;
  readonly shard: Shard;
}

/** Reports a test run; undefined when no claim was tested and there is no other shard in which some were. */
export async function reportTests(
  files: readonly EndedFile[],
  { directory, color, shard }: TestReportOptions,
): Promise<TestReport | undefined> {
  const records = evidenceOfTests(files, shard);
  if (records.length === 0) return undefined;
  const report = reportOf(records, shard);
  const tested = report.claims.length + report.leftOut.length;
  const partial = `Partial: ${tested} of ${counted(claims.length, 'claim')} tested; the statements of the others count as not yet covered.\n`;
  return {
    table: `${terminalReport(report, directory, color)}${tested < claims.length ? partial : ''}`,
    outputs: await outputsOf(report, records, directory),
  };
}

/** The report of the evidence; of a shard's, as if its claims were all, and it says that they are not. */
function reportOf(records: readonly EvidenceRecord[], shard: Shard): Report {
  if (shard.count === 1) return buildReport(records, statements);
  const here = records.map((record) => (record.type === 'run' ? withoutShards(record) : record));
  const note = `This is shard ${shardName(shard)} of a test run: it has the claims of its test files. With the evidence of all ${shard.count} shards, claimcheck report --from gives the report of the run.`;
  return { ...buildReport(here, statements), notes: [note] };
}

function withoutShards({ shards: _, ...run }: RunRecord): RunRecord {
  return run;
}
