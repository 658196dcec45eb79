import type { BackendDescription } from '../../evidence/evidence.ts';
import type { SuiteOptions } from '../../suite-content.ts';
import type { Tier } from '../../tier.ts';
import type { ReplicatedClaim } from './claim.ts';
import type { Curve, Round } from './curve-record.ts';

/** A fixed setting that a replicated claim is decided on, by replicates: the values of its factors by name. */
export type Population = Readonly<Record<string, string>>;

/** What a run does: an arm of a replicate for some rounds, in the suite's world or a mutant's. */
export interface RunSpecification<Arm = unknown> {
  readonly arm: Arm;
  /** Id of the mutant whose world it runs in; null for the suite's own. */
  readonly mutant: string | null;
  readonly replicate: number;
  readonly rounds: number;
}

/** A run of a replicated claim. Plain data; its curve is a function of it alone. */
export interface ReplicatedRun<Arm = unknown, P extends Population = Population> extends RunSpecification<Arm> {
  readonly population: P;
  readonly seed: number;
  /** Whether the expensive metrics are observed too. */
  readonly observeAll: boolean;
  /** Whether sample images are kept. */
  readonly samples: boolean;
}

/** What a backend is opened with. Plain data, the same on every machine. */
export type BackendConfiguration = Readonly<Record<string, unknown>>;

/** Where half-done work keeps the state that it goes on from. */
export interface Checkpoint {
  load(): Promise<Uint8Array | undefined>;
  save(bytes: Uint8Array): Promise<void>;
}

/** What carries out runs. */
export interface Backend<C = Curve> {
  readonly description: BackendDescription;
  /** Carries out a run, from its checkpoint if it has one, and leaves the state that a longer run goes on from. */
  run(run: ReplicatedRun, checkpoint: Checkpoint): Promise<C>;
}

/** What a tier spends on replicated claims. */
export interface ReplicationTier {
  /** Names of the settings that claims are decided on. */
  readonly settings: readonly string[];
  /** Numbers of rounds by the names that arms use. */
  readonly rounds: Readonly<Record<string, number>>;
  /** Error probabilities: of a false support of a claim, and of a false refutation anywhere among the replicated claims. */
  readonly errors: { readonly falseSupport: number; readonly falseRefutation: number };
  readonly leastReplicates: number;
  readonly maximumReplicates: number;
  /** Replicates, from the first, on which the expensive metrics are observed too: for the eye, no decision uses them. */
  readonly observedInFull: number;
}

/** Work of some rounds of a run, in the suite's own unit: before the first round, and of each. */
export interface RunCost {
  readonly start: number;
  readonly round: number;
}

/** What a mutant that misreads makes of an observation. */
export interface Misreading<R = Round> {
  // A method, so that a suite's own observations fit.
  of(observed: R): R;
}

/** How a suite's replicated claims are run: all that the engine must be told of them. */
export interface ReplicatedDesign<Arm = unknown, P extends Population = Population, R = Round> {
  /** Addresses of the modules that carry out runs: the evidence of replicated claims depends on all that they load, early or late. */
  readonly modules: readonly string[];
  /** What a tier spends, by its name. */
  readonly tiers: Readonly<Record<string, ReplicationTier>>;
  /** The configuration of the backend that options ask for. */
  configure(options: SuiteOptions, tier: Tier): BackendConfiguration;
  /** The configuration with all data that any machine may have: error budgets are over its populations. */
  widest(tier: Tier): BackendConfiguration;
  /** Lines for the person who starts a run on such a configuration. */
  notices(configuration: BackendConfiguration, tier: Tier): readonly string[];
  /** @param local where things are on this machine. @throws DataError when data cannot be had. */
  open(configuration: BackendConfiguration, local: SuiteOptions): Promise<Backend>;
  /** The populations of some settings, in their order. */
  populations(settings: readonly string[], configuration: BackendConfiguration): readonly P[];
  /** A population as people read it. */
  populationName(population: P): string;
  /** A population in full, for the evidence. */
  settingOf(population: P): unknown;
  /** An arm as people read it. */
  armText(arm: Arm): string;
  /** A sentence's end for the terminal: what the arms of a replicate share. */
  readonly shared: string;
  /** The run that is carried out in place of one: itself, or a simpler one whose curve is the same bit for bit by what the two are. */
  simplest(specification: RunSpecification<Arm>): RunSpecification<Arm>;
  /** What a mutant that misreads makes of an observation; undefined for a mutant that runs wrongly. */
  misreading(mutant: string): Misreading<R> | undefined;
  /** What a run costs. */
  costOf(run: ReplicatedRun<Arm, P>): RunCost;
  /** Executes the code of a claim's arms on networks or samples so small that they cost nothing, for coverage. */
  exercise(claim: ReplicatedClaim): Promise<void>;
}
