import type { Standing, Verdict } from '../../properties/engine/claim.ts';
import type { BackendDescription, DataDescription, RunRecord } from '../../properties/engine/evidence/evidence.ts';
import type { FigureDataRecord } from '../../properties/engine/kinds/figure-data/record.ts';
import type { CodeCoverage } from '../coverage/code.ts';
import type { ClaimReport } from './claims.ts';
import type { CurveSummary } from './curves.ts';
import type { MutantReport } from './mutants.ts';
import type { SampleSummary } from './samples.ts';
import type { StatementStatus } from './statement-status.ts';
import type { StatementReport } from './statements.ts';
import type { TraceReport } from './traces.ts';

/** Version of the report's layout. */
export const reportVersion = 4;

/** Everything that a person or a pipeline is told of a run. The same seed gives the same report, but for `times`. */
export interface Report {
  readonly version: number;
  /** The theory that the run was about. */
  readonly suite: RunRecord['suite'];
  readonly verdict: Standing;
  /** The shell command that makes the run again. */
  readonly command: string;
  readonly seed: number;
  readonly tier: string;
  /** Indifference zone as a share of the predicted value or effect. */
  readonly indifference: number;
  /** The error budget of each kind of work that decides claims, by its id. */
  readonly budgets: RunRecord['budgets'];
  /** What carried out the runs of replicated claims; null when there were none. */
  readonly backend: ReportedBackend | null;
  /** Claims that were asked for and are said to hold on none of the tier's settings. */
  readonly leftOut: RunRecord['leftOut'];
  readonly machine: RunRecord['machine'];
  /** What a reader must know of how the evidence came together, one sentence a note; none of a run that was reported as it ended. */
  readonly notes: readonly string[];
  /** Files beside the report that show what was observed. */
  readonly attachments: readonly { readonly file: string; readonly caption: string }[];
  readonly counts: {
    readonly claims: Readonly<Record<Verdict, number>> & {
      /** In the report of a shard alone. */
      readonly 'in part'?: number;
    };
    readonly statements: Readonly<Record<StatementStatus, number>>;
    readonly mutants: { readonly killed: number; readonly survived: number };
    readonly settings: number;
    readonly replicates: number;
  };
  readonly claims: readonly ClaimReport[];
  /** The kill matrix, a row for each mutant. */
  readonly mutants: readonly MutantReport[];
  /** In the order of the paper. */
  readonly statements: readonly StatementReport[];
  /** Which code claims execute; null when that was not measured. */
  readonly code: CodeCoverage | null;
  /** Simulated beside predicted, for the suite's figures. */
  readonly figureData: readonly FigureDataRecord[];
  /** How the evidence of decisions grew. */
  readonly traces: readonly TraceReport[];
  /** What the arms of replicated claims came to round by round, over replicates. */
  readonly curves: readonly CurveSummary[];
  /** Where the domains were sampled. */
  readonly samples: readonly SampleSummary[];
  /** Working time in milliseconds, summed over workers; the only part that differs between runs of one seed. */
  readonly times: { readonly total: number; readonly claims: Readonly<Record<string, number>> };
}

/** A training backend or the like, and the data that it worked on. */
export interface ReportedBackend extends Omit<BackendDescription, 'data'> {
  readonly data: readonly ReportedData[];
}

/** Data that a backend worked on. */
export interface ReportedData extends DataDescription {
  /** What a reader must know of them, in a sentence or two. */
  readonly text: string;
}
