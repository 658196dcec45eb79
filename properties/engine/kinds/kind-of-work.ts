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
import type { Suite, SuiteOptions } from '../suite.ts';
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

/** What is asked of a run. */
export interface PlanRequest {
  readonly suite: Suite;
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
  /** Is told when a run is done that decisions wait for: nobody knows how many there will be. */
  ran(): void;
}

/** What a kind of work does in a run. */
export interface WorkPlan<P extends Part = Part> {
  /** In the order of their records. */
  readonly parts: readonly P[];
  /** The shard that each part goes to, from 0: so that little is done twice, and all have about as much to do. */
  share(count: number): readonly number[];
  /** Carries out some of the parts; the records of their claims, then its observations. */
  carryOut(parts: readonly P[], runtime: Runtime): Promise<(DecisionRecord | MutantRecord | ObservationRecord)[]>;
  /** The claims that it decides, as the evidence has them, but for what all claims have. */
  readonly described: ReadonlyMap<string, WorkDescription>;
  readonly budget: ErrorBudget | null;
  readonly backend: BackendDescription | null;
  readonly leftOut: readonly LeftOut[];
}

/** What a kind of work says of a claim that it decides. */
export type WorkDescription = Pick<ClaimDescription, 'domain' | 'strata' | 'settings' | 'drawn' | 'details'>;

/** What a worker has. */
export interface WorkerContext {
  readonly suite: Suite;
  readonly checkpoints: Checkpoints;
  /** The suite's options that say how work is carried out on this machine. */
  readonly local: SuiteOptions;
}

/** How the observations of a kind of work are ordered and told apart. */
export interface ObservationLayout {
  /** JSON Schema of its observations, and of the details of its claims. */
  readonly schema: { readonly observation: object; readonly details: object };
  /** For a run, what an observation's place among all depends on, first what weighs most: of one shape for all. */
  order(run: RunRecord): (record: ObservationRecord) => readonly (number | string)[];
  /** What an observation is about: two of one subject say the same, or contradict each other. */
  subjectOf(record: ObservationRecord): unknown;
  /** One observation for two of the same subject, whichever comes first; undefined when they contradict each other. */
  combine(a: ObservationRecord, b: ObservationRecord): ObservationRecord | undefined;
}

/** A kind of work: claims over drawn settings, replicated runs, data of figures. Plan, pool, queue, journal, shards and reports know it by this alone. */
export interface KindOfWork<C extends Claim = Claim, T extends Task = Task> {
  readonly id: string;
  /** Address of the module that performs its tasks: the evidence of its claims depends on what that loads. */
  readonly module: string;
  /** Whether it decides a claim. */
  decides(claim: Claim): claim is C;
  /** Plans its share of a run. @throws DataError when what it works with cannot be had. */
  plan(request: PlanRequest): Promise<WorkPlan>;
  /** Does a task, on a worker: the same task comes to the same anywhere, but for times. */
  perform(task: T, context: WorkerContext): Promise<unknown>;
  /** What a task is, for whoever is told that it failed. */
  name(task: T): string;
  /** All that is known of a claim beside its text, a line each, for a terminal. */
  explain(claim: C, suite: Suite): readonly string[];
  /**
   * Decides one setting again at a replay path, with the very randomness of the run that printed it.
   * @throws RangeError when the path leads to no setting, DataError when what it works with cannot be had.
   */
  replay(
    claim: C,
    path: string,
    request: Omit<PlanRequest, 'claims'> & { readonly workers: number },
  ): Promise<{ readonly setting: unknown; readonly outcome: Outcome }>;
  /** Executes the code of a claim as verification does, at a small part of its cost, for coverage. */
  exercise(claim: C, suite: Suite): Promise<void>;
  /** Of a kind that has observations. */
  readonly observations?: ObservationLayout;
}
