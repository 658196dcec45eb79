import type { Claim, Outcome } from '../claim.ts';
import type { ErrorBudget } from '../decide/error-budget.ts';
import type {
  BackendDescription,
  ClaimDescription,
  DecisionRecord,
  EvidenceRecord,
  LeftOut,
  MutantRecord,
  ObservationRecord,
  RunRecord,
} from '../evidence/evidence.ts';
import type { Checkpoints } from '../pool/checkpoints.ts';
import type { SuiteContent, SuiteOptions } from '../suite-content.ts';
import type { Tier } from '../tier.ts';

/** A piece of work that any worker can do. Plain data, the same on every machine. */
export interface Task {
  /** Id of the kind of work. */
  readonly kind: string;
}

/** A part of a run, of which shards are made: some settings of a claim, a mutant of it, or something that belongs to no claim. Plain data. */
export interface Part {
  /** The claim that it decides part of; null when it decides nothing. */
  readonly claim: string | null;
  /** Indices of the claim's settings that it decides, from–to, `to` excluded. */
  readonly settings?: readonly [from: number, to: number];
  /** The mutant that it holds the claim against. */
  readonly mutant?: string;
}

/** When a task is done among those that wait: the lowest first, compared number by number; of equals the first submitted. */
export type Rank = readonly number[];

/** What a run is asked to do. */
export interface PlanRequest {
  readonly suite: SuiteContent;
  /** The claims of the run, in the order of the suite. */
  readonly claims: readonly Claim[];
  readonly seed: number;
  readonly tier: Tier;
  readonly options: SuiteOptions;
}

/** What the parts of a run are carried out with. */
export interface Runtime {
  /** What a task comes to: from the journal when it was done before, else by a worker. */
  submit(task: Task, rank: Rank): Promise<unknown>;
  /** Where workers keep the state of half-done work. */
  readonly checkpoints: Checkpoints;
  /** Is told when part of a claim is decided. */
  decided(claim: string, records: readonly EvidenceRecord[]): void;
  /** Is told when a run is done that decisions wait for. Nobody knows beforehand how many there will be. */
  ran(): void;
}

/** What a kind of work says of a claim that it decides. */
export type WorkDescription = Pick<ClaimDescription, 'domain' | 'strata' | 'settings' | 'drawn' | 'details'>;

/** A record that carrying out a part gives. */
export type FoundRecord = DecisionRecord | MutantRecord | ObservationRecord;

/** What a kind of work does in a run. */
export interface WorkPlan<P extends Part = Part> {
  /** In the order of their records. */
  readonly parts: readonly P[];
  /** The shard that each part goes to, from 0: little is done twice, and all shards have about as much to do. */
  share(count: number): readonly number[];
  /** Carries out some of the parts; the records of their claims, then the observations. */
  carryOut(parts: readonly P[], runtime: Runtime): Promise<FoundRecord[]>;
  /** The error budget of its claims; null where the run has none. */
  readonly budget: ErrorBudget | null;
  readonly backend: BackendDescription | null;
  readonly leftOut: readonly LeftOut[];
  /** What a worker on another machine must have, for `meets`; null when every worker of the suite has it. */
  readonly requirement: unknown;
  /** Lines for the person who starts the run. */
  readonly notices: readonly string[];
}

/** What a worker has. */
export interface WorkerContext {
  readonly suite: SuiteContent;
  readonly checkpoints: Checkpoints;
  /** The suite's local options: where things are on this machine. */
  readonly local: SuiteOptions;
}

/** How a setting is decided again. */
export interface ReplayRequest extends Omit<PlanRequest, 'claims'> {
  /** Carries out tasks, as `Runtime.submit` does. */
  submit(task: Task, rank: Rank): Promise<unknown>;
  readonly checkpoints: Checkpoints;
}

/** How the observations of a kind of work are ordered and told apart. */
export interface ObservationLayout {
  /** The place of an observation of a run among all, first what weighs most: of one shape for all. */
  order(run: RunRecord): (record: ObservationRecord) => readonly (number | string)[];
  /** What an observation is about: two of one subject say the same, or contradict each other. */
  subjectOf(record: ObservationRecord): unknown;
  /** One observation for two of the same subject, whichever comes first; undefined when they contradict each other. */
  combine(a: ObservationRecord, b: ObservationRecord): ObservationRecord | undefined;
  /** Whether observations of one subject may differ between kinds of processor, so that a merge keeps one of them and says so. */
  readonly mayDiffer: boolean;
  /** Whether an observation is part of a run over the claims of some ids. */
  belongsTo(record: ObservationRecord, claims: ReadonlySet<string>): boolean;
  /** What is wrong with an observation that its schema allows, as the rest of a sentence; undefined when nothing is. */
  flawOf(record: ObservationRecord): string | undefined;
}

/** JSON Schemas of what a kind of work writes into the evidence; null where it writes nothing of the sort. */
export interface KindSchema {
  readonly observation: object | null;
  readonly details: object | null;
}

/**
 * A kind of work: claims over drawn settings, replicated runs, data of figures. Plan, pool, queue, journal, shards and reports know it by this
 * interface alone.
 */
export interface KindOfWork {
  readonly id: string;
  /** Addresses of the modules that perform its tasks: the evidence of its claims depends on all that they load, early or late. */
  readonly modules: readonly string[];
  readonly schema: KindSchema;
  /** Of a kind that has observations. */
  readonly observations?: ObservationLayout;
  /** Whether it decides a claim. */
  decides(claim: Claim): boolean;
  /** What the evidence says of a claim that it decides; undefined for a claim that a tier leaves out. */
  describe(claim: Claim, request: Pick<PlanRequest, 'tier' | 'options'>): WorkDescription | undefined;
  /** Plans its share of a run. @throws DataError when what it works with cannot be had. */
  plan(request: PlanRequest): Promise<WorkPlan>;
  /** Does a task, on a worker: the same task comes to the same anywhere, but for times. */
  perform(task: Task, context: WorkerContext): Promise<unknown>;
  /** What a task is, for the person who is told that it failed. */
  name(task: Task, suite: SuiteContent): string;
  /** Why a worker must not work for a run with this requirement, as a sentence's rest; undefined when it may. */
  meets(requirement: unknown, local: SuiteOptions): Promise<string | undefined>;
  /** All that is known of a claim beside its text, a line each, for a terminal. */
  explain(claim: Claim, suite: SuiteContent): readonly string[];
  /**
   * Decides one setting again at a replay path, with the very randomness of the run that printed it.
   * @throws RangeError when the path leads to no setting, DataError when what it works with cannot be had.
   */
  replay(
    claim: Claim,
    path: string,
    request: ReplayRequest,
  ): Promise<{ readonly setting: unknown; readonly outcome: Outcome }>;
  /** Executes the code of a claim as verification does, at a small part of its cost, for coverage. */
  exercise(claim: Claim, suite: SuiteContent): Promise<void>;
}
