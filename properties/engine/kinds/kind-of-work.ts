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

/** A part of a run: some settings of a claim, one of its mutants, or something that belongs to no claim. Shards are made of parts. Plain data. */
export interface Part {
  /** The claim that the part belongs to; null for a part that decides nothing. */
  readonly claim: string | null;
  /** Indices of the claim's settings that the part decides, from–to, `to` excluded. */
  readonly settings?: readonly [from: number, to: number];
  /** The mutant that the claim is held against. */
  readonly mutant?: string;
}

/** The place of a task among those that wait. Ranks are compared number by number; the lowest is first, and of equal ranks the first submitted. */
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

/** What carries out the parts of a run. */
export interface Runtime {
  /** The result of a task: from the journal when the task was done before, else from a worker. */
  submit(task: Task, rank: Rank): Promise<unknown>;
  /** Where workers keep the state of half-done work. */
  readonly checkpoints: Checkpoints;
  /** To be called when part of a claim is decided. */
  decided(claim: string, records: readonly EvidenceRecord[]): void;
  /** To be called when a run is done that decisions wait for. The number of such runs is not known beforehand. */
  ran(): void;
}

/** What a kind of work adds to the description of a claim. */
export type WorkDescription = Pick<ClaimDescription, 'domain' | 'strata' | 'settings' | 'drawn' | 'details'>;

/** A record that is found by carrying out parts. */
export type FoundRecord = DecisionRecord | MutantRecord | ObservationRecord;

/** What a kind of work does in a run. */
export interface WorkPlan<P extends Part = Part> {
  /** In the order of their records. */
  readonly parts: readonly P[];
  /** The shard, from 0, that each part goes to: shards do little work twice, and each has about the same amount of work. */
  share(count: number): readonly number[];
  /** Carries out some of the parts. Returns the records of their claims, then the observations. */
  carryOut(parts: readonly P[], runtime: Runtime): Promise<FoundRecord[]>;
  /** The error budget of the claims that the kind of work decides; null when the run has no such claims. */
  readonly budget: ErrorBudget | null;
  readonly backend: BackendDescription | null;
  readonly leftOut: readonly LeftOut[];
  /** What a worker on another machine must have, as `meets` takes it; null when any worker will do. Plain data. */
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
  /** The place of an observation among all of a run, compared entry by entry. All places have the same shape. */
  order(run: RunRecord): (record: ObservationRecord) => readonly (number | string)[];
  /** What an observation is about. Two observations of one subject say the same, or contradict each other. */
  subjectOf(record: ObservationRecord): unknown;
  /** One observation for two different ones of the same subject, in either order; undefined when they contradict each other. */
  combine(a: ObservationRecord, b: ObservationRecord): ObservationRecord | undefined;
  /** Whether observations of one subject may differ between kinds of processor. A merge then keeps one of them and says so. */
  readonly mayDiffer: boolean;
  /** Whether an observation is part of a run over the claims of some ids. */
  belongsTo(record: ObservationRecord, claims: ReadonlySet<string>): boolean;
  /** What is wrong with an observation that its schema accepts, as the rest of a sentence; undefined when nothing is wrong. */
  flawOf(record: ObservationRecord): string | undefined;
}

/** JSON Schemas of the observations of a kind of work, and of the details of its claims; null where it writes none. */
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
  /** Addresses of the modules that perform its tasks. The evidence of its claims depends on all that these modules load, at the start or later. */
  readonly modules: readonly string[];
  readonly schema: KindSchema;
  /** Absent for a kind of work that has no observations. */
  readonly observations?: ObservationLayout;
  /** Whether it decides a claim. */
  decides(claim: Claim): boolean;
  /** What the evidence says of a claim that it decides; undefined for a claim that a tier leaves out. */
  describe(claim: Claim, request: Pick<PlanRequest, 'tier' | 'options'>): WorkDescription | undefined;
  /** Plans its part of a run. @throws DataError when the data that it works on are missing. */
  plan(request: PlanRequest): Promise<WorkPlan>;
  /** Does a task, on a worker. But for times, the same task has the same result anywhere. */
  perform(task: Task, context: WorkerContext): Promise<unknown>;
  /** What a task is, for the message that the task failed. */
  name(task: Task, suite: SuiteContent): string;
  /** Why a worker must not work for a run with this requirement, as the rest of a sentence; undefined when it may. */
  meets(requirement: unknown, local: SuiteOptions): Promise<string | undefined>;
  /** Lines for a terminal: all that is known of a claim beside its text. */
  explain(claim: Claim, suite: SuiteContent): readonly string[];
  /**
   * Decides one setting again at a replay path, with the very randomness of the run that printed it.
   * @throws RangeError when the path leads to no setting; DataError when the data that the kind works on are missing.
   */
  replay(
    claim: Claim,
    path: string,
    request: ReplayRequest,
  ): Promise<{ readonly setting: unknown; readonly outcome: Outcome }>;
  /** Executes the code of a claim as verification does, at a small part of the cost. Coverage measures it. */
  exercise(claim: Claim, suite: SuiteContent): Promise<void>;
}
