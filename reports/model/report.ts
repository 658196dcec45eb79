import type { Standing, Verdict } from '../../properties/engine/claim.ts';
import { type EvidenceRecord, evidenceVersion, type RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { inEvidenceOrder } from '../../properties/engine/evidence/evidence-order.ts';
import { judge, overallVerdict } from '../../properties/engine/judge.ts';
import type { IllustrationRecord } from '../../properties/verified-retraining/figure-data/record.ts';
import type { Statement } from '../../theory/manifest/statement.ts';
import { type CodeCoverage, codeCoverage } from '../coverage/code.ts';
import { type Sources, stalenessOf } from '../coverage/stale.ts';
import { contactSheets } from '../verified-retraining/contact-sheets/contact-sheets.ts';
import { type ClaimReport, reportClaim } from './claims.ts';
import { type CurveSummary, summarizeCurves } from './curves.ts';
import { missingShards } from './missing-shards.ts';
import { type MutantReport, reportMutants } from './mutants.ts';
import { reportVersion } from './report-version.ts';
import { type SampleSummary, summarizeSamples } from './samples.ts';
import { reportStatements, type StatementReport, type StatementStatus, statementStatuses } from './statements.ts';
import { reportTraces, type TraceReport } from './traces.ts';

/** Everything that a person or a pipeline is told of a run. The same seed gives the same report, but for `times`. */
export interface Report {
  readonly version: number;
  readonly verdict: Standing;
  /** The shell command that makes the run again. */
  readonly command: string;
  readonly seed: number;
  readonly tier: string;
  /** Indifference zone as a share of the predicted value or effect. */
  readonly indifference: number;
  readonly budget: RunRecord['budget'];
  /** What ran the networks, and which digits they saw; null and none when no generator was retrained. */
  readonly engine: RunRecord['engine'];
  readonly digits: RunRecord['digits'];
  /** Retraining claims that are said to hold on none of the tier's settings. */
  readonly leftOut: RunRecord['leftOut'];
  readonly machine: RunRecord['machine'];
  /** What a reader must know of how the evidence came together, a sentence a note; none of a run that was reported as it ended. */
  readonly notes: readonly string[];
  /** PNGs of generated digits beside the report. */
  readonly contactSheets: readonly { readonly file: string; readonly caption: string }[];
  readonly counts: {
    readonly claims: Readonly<Record<Verdict, number>> & {
      /** In the report of a shard alone. */
      readonly 'in part'?: number;
    };
    readonly statements: Readonly<Record<StatementStatus, number>>;
    readonly mutants: { readonly killed: number; readonly survived: number };
    readonly draws: number;
    readonly replicates: number;
  };
  readonly claims: readonly ClaimReport[];
  /** The kill matrix, a row a mutant. */
  readonly mutants: readonly MutantReport[];
  /** In the order of the paper. */
  readonly statements: readonly StatementReport[];
  /** Which code claims execute; null when it was not measured. */
  readonly code: CodeCoverage | null;
  /** Simulated beside predicted, for the eye. */
  readonly illustrations: readonly IllustrationRecord[];
  /** How the evidence of decisions grew. */
  readonly traces: readonly TraceReport[];
  /** What retrained generators came to round by round, over replicates. */
  readonly curves: readonly CurveSummary[];
  /** Where the domains were sampled. */
  readonly samples: readonly SampleSummary[];
  /** Working time in milliseconds, summed over workers; the only part that differs between runs of one seed. */
  readonly times: { readonly total: number; readonly claims: Readonly<Record<string, number>> };
}

const verdicts = ['supported', 'refuted', 'undecided'] as const;

/**
 * Builds the report of a run from its evidence, whatever the order of the records, and the statement manifest. A run that
 * lacks shards is undecided, unless it is refuted without them.
 * @param options.sources digests of the sources as they are now, which the evidence may be stale by; those of the run when absent.
 * @throws RangeError when the evidence has no run record or one of another version, or a claim cites an unknown statement.
 */
export function buildReport(
  evidence: readonly EvidenceRecord[],
  statements: readonly Statement[],
  options: { readonly sources?: Sources } = {},
): Report {
  const run = runOf(evidence);
  const records = inEvidenceOrder(run, evidence);
  const { sources = run.sources } = options;
  const judgements = judge(run, records);
  const verdict = overallVerdict(judgements);
  const missing = missingShards(run);
  const staleness = stalenessOf(run, records, sources);
  const claims = judgements.map((judgement) => reportClaim(judgement, run, staleness));
  const traces = reportTraces(records);
  const mutants = reportMutants(run, claims);
  const statementReports = reportStatements(statements, claims, { budget: run.budget, traces });
  return {
    version: reportVersion,
    verdict: missing === undefined ? verdict : overallVerdict([{ verdict }, { verdict: 'undecided' }]),
    command: run.command,
    seed: run.seed,
    tier: run.tier,
    indifference: run.indifference,
    budget: run.budget,
    engine: run.engine,
    digits: run.digits,
    leftOut: run.leftOut,
    machine: run.machine,
    notes: missing === undefined ? [] : [missing],
    contactSheets: contactSheets(records).map(({ file, caption }) => ({ file, caption })),
    counts: {
      claims: tally(verdicts, claims, ({ verdict }) => verdict),
      statements: tally(statementStatuses, statementReports, ({ status }) => status),
      mutants: tally(['killed', 'survived'], mutants, ({ killed }) => (killed ? 'killed' : 'survived')),
      draws: claims.reduce((sum, { draws }) => sum + draws, 0),
      replicates: claims.reduce((sum, { replicates }) => sum + replicates, 0),
    },
    claims,
    mutants,
    statements: statementReports,
    code: codeCoverage(records, sources),
    illustrations: records.filter((record) => record.type === 'illustration'),
    traces,
    curves: summarizeCurves(records),
    samples: summarizeSamples(records),
    times: timesOf(run, records),
  };
}

function runOf(records: readonly EvidenceRecord[]): RunRecord {
  const run = records.find((record) => record.type === 'run');
  if (run === undefined) throw new RangeError('the evidence has no run record: it does not say what was run');
  if (run.version !== evidenceVersion) {
    throw new RangeError(`the evidence has version ${run.version}: this report reads version ${evidenceVersion}`);
  }
  return run;
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
