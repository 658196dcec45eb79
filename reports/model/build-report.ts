import {
  type BackendDescription,
  type EvidenceRecord,
  evidenceVersion,
  type RunRecord,
} from '../../properties/engine/evidence/evidence.ts';
import { inEvidenceOrder } from '../../properties/engine/evidence/evidence-order.ts';
import { judge, overallVerdict } from '../../properties/engine/judge.ts';
import { isFigureData } from '../../properties/engine/kinds/figure-data/record.ts';
import { codeCoverage } from '../coverage/code.ts';
import { type Sources, sourcesOfRun, stalenessOf } from '../coverage/stale.ts';
import { reportClaim } from './claims.ts';
import { summarizeCurves } from './curves.ts';
import { missingShards } from './missing-shards.ts';
import { reportMutants } from './mutants.ts';
import { type Report, type ReportedBackend, reportVersion } from './report.ts';
import type { ReportedSuite } from './reported-suite.ts';
import { summarizeSamples } from './samples.ts';
import { statementStatuses } from './statement-status.ts';
import { reportStatements } from './statements.ts';
import type { SuiteReports } from './suite-reports.ts';
import { reportTraces } from './traces.ts';

/** How a report is built. */
export interface BuildOptions {
  /** What the suite shows beside what every report shows. */
  readonly reports: SuiteReports;
  /** Digests of what the run's claims depend on now: they decide what is stale. Where they are absent, nothing is. */
  readonly sources?: Sources;
}

const verdicts = ['supported', 'refuted', 'undecided'] as const;

/**
 * Builds the report of a run of a suite from its evidence, whatever the order of the records. A run that lacks shards is undecided, unless it
 * is refuted without them.
 * @throws RangeError when the evidence has no run record, one of another version or of another suite, or when a claim cites an unknown
 * statement.
 */
export function buildReport(
  evidence: readonly EvidenceRecord[],
  suite: ReportedSuite,
  { reports, sources: given }: BuildOptions,
): Report {
  const run = runOf(evidence, suite);
  const records = inEvidenceOrder(run, evidence, suite.kinds);
  const sources = given ?? sourcesOfRun(run);
  const judgements = judge(run, records);
  const verdict = overallVerdict(judgements);
  const missing = missingShards(run);
  const staleness = stalenessOf(run, sources);
  const claims = judgements.map((judgement) => reportClaim(judgement, run, staleness));
  const traces = reportTraces(records);
  const mutants = reportMutants(run, claims);
  const statements = reportStatements(suite, claims, { budgets: run.budgets, traces });
  return {
    version: reportVersion,
    suite: run.suite,
    verdict: missing === undefined ? verdict : overallVerdict([{ verdict }, { verdict: 'undecided' }]),
    command: run.command,
    seed: run.seed,
    tier: run.tier,
    indifference: run.indifference,
    budgets: run.budgets,
    backend: run.backend && reportBackend(run.backend, reports),
    leftOut: run.leftOut,
    machine: run.machine,
    notes: missing === undefined ? [] : [missing],
    attachments: reports.attachments(records).map(({ file, caption }) => ({ file, caption })),
    counts: {
      claims: tally(verdicts, claims, ({ verdict }) => verdict),
      statements: tally(statementStatuses, statements, ({ status }) => status),
      mutants: tally(['killed', 'survived'], mutants, ({ killed }) => (killed ? 'killed' : 'survived')),
      settings: claims.reduce((sum, { settings }) => sum + settings, 0),
      replicates: claims.reduce((sum, { replicates }) => sum + replicates, 0),
    },
    claims,
    mutants,
    statements,
    code: codeCoverage(records, suite.codeRoots, sources),
    figureData: records.filter(isFigureData),
    traces,
    curves: summarizeCurves(records),
    samples: summarizeSamples(records, suite.quantities),
    times: timesOf(run, records),
  };
}

function runOf(records: readonly EvidenceRecord[], suite: ReportedSuite): RunRecord {
  const run = records.find((record) => record.type === 'run');
  if (run === undefined) throw new RangeError('the evidence has no run record: it does not say what was run');
  if (run.version !== evidenceVersion) {
    throw new RangeError(`the evidence has version ${run.version}: this report reads version ${evidenceVersion}`);
  }
  if (run.suite.id !== suite.id) {
    throw new RangeError(`the evidence is of the suite ${run.suite.id}, and the suite ${suite.id} is reported`);
  }
  return run;
}

function reportBackend(backend: BackendDescription, reports: SuiteReports): ReportedBackend {
  return { ...backend, data: backend.data.map((data) => ({ ...data, text: reports.dataText(data) })) };
}

function tally<K extends string, T>(keys: readonly K[], items: readonly T[], keyOf: (item: T) => K): Record<K, number> {
  const counts = keys.map((key) => [key, items.filter((item) => keyOf(item) === key).length]);
  return Object.fromEntries(counts) as Record<K, number>;
}

function timesOf(run: RunRecord, records: readonly EvidenceRecord[]): Report['times'] {
  const spent = new Map(run.claims.map(({ id }) => [id, 0]));
  for (const record of records) {
    const before = 'milliseconds' in record ? spent.get(record.claim) : undefined;
    if (before !== undefined && 'milliseconds' in record) spent.set(record.claim, before + record.milliseconds);
  }
  return { total: [...spent.values()].reduce((sum, each) => sum + each, 0), claims: Object.fromEntries(spent) };
}
