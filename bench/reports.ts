import { runRecord } from '../properties/engine/evidence/run-record.ts';
import { tiers } from '../properties/engine/tier.ts';
import { claims } from '../properties/verified-retraining/claims/index.ts';
import { buildReport } from '../reports/model/build-report.ts';
import { outputsOf } from '../reports/outputs.ts';
import { evidenceOf } from '../reports/testing/long-run.ts';
import { statements } from '../theory/verified-retraining/statements/index.ts';
import { alternate, microseconds, task } from './harness/alternate.ts';
import type { Effort, Table } from './harness/part.ts';

/** From the evidence of a whole run, in memory, to the content of every file: report.html with its figures, report.json, report.md, junit.xml. */
export async function reports({ smoke, ...effort }: Effort): Promise<readonly Table[]> {
  const runs = (smoke ? [tiers.quick] : [tiers.quick, tiers.full]).map((tier) => [
    ...evidenceOf(runRecord(smoke ? claims.slice(0, 1) : claims, 1, tier)),
  ]);
  const tasks = runs.flatMap((records) => {
    const report = buildReport(records, statements);
    return [
      task('judging', 1, () => buildReport(records, statements)),
      task('rendering', 1, () => outputsOf(report, records, 'claimcheck-out')),
    ];
  });
  const timings = await alternate(tasks, effort);
  const rows = runs.map((records, i) => ({
    tier: i === 0 ? 'quick' : 'full',
    records: records.length,
    'judging, ms': microseconds(timings[2 * i]!) / 1000,
    'rendering, ms': microseconds(timings[2 * i + 1]!) / 1000,
  }));
  return [{ title: "Reports of evidence of a run's size", rows }];
}
