import { planRun } from '../properties/engine/plan/run-plan.ts';
import { suite } from '../properties/verified-retraining/suite.ts';
import { buildReport } from '../reports/model/build-report.ts';
import { outputsOf } from '../reports/outputs.ts';
import { evidenceOf } from '../reports/testing/long-run.ts';
import { verifiedRetrainingReports as ownReports } from '../reports/verified-retraining/index.ts';
import { alternate, microseconds, task } from './harness/alternate.ts';
import type { Effort, Table } from './harness/part.ts';

/** From the evidence of a whole run, in memory, to the content of every file: report.html with its figures, report.json, report.md, junit.xml. */
export async function reports({ smoke, ...effort }: Effort): Promise<readonly Table[]> {
  const tiers = suite.tiers.filter(({ name }) => name === 'quick' || (name === 'full' && !smoke));
  const claims = smoke ? suite.claims.slice(0, 1) : suite.claims;
  const plans = await Promise.all(tiers.map((tier) => planRun({ suite, claims, seed: 1, tier })));
  const runs = plans.map(({ record }) => [...evidenceOf(record)]);
  const options = { directory: 'claimcheck-out', reports: ownReports };
  const tasks = runs.flatMap((records) => {
    const report = buildReport(records, suite, options);
    return [
      task('judging', 1, () => buildReport(records, suite, options)),
      task('rendering', 1, () => outputsOf(report, records, options)),
    ];
  });
  const timings = await alternate(tasks, effort);
  const rows = runs.map((records, i) => ({
    tier: tiers[i]!.name,
    records: records.length,
    'judging, ms': microseconds(timings[2 * i]!) / 1000,
    'rendering, ms': microseconds(timings[2 * i + 1]!) / 1000,
  }));
  return [{ title: "Reports of evidence of a run's size", rows }];
}
