import type { BackendDescription } from '../../evidence/evidence.ts';
import type { SuiteOptions } from '../../suite-content.ts';
import type { Tier } from '../../tier.ts';
import type { ReplicatedClaim } from './claim.ts';
import type { Curve, Round } from './curve-record.ts';

/** A fixed setting, over whose replicates a claim is decided: the values of its factors by name. */
export type Population = Readonly<Record<string, string>>;

/** What is run: an arm of a replicate for some rounds, in the suite's own world or a mutant's. */
export interface RunSpecification<Arm = unknown> {
  readonly arm: Arm;
  /** Id of the mutant whose world is used; null for the suite's own world. */
  readonly mutant: string | null;
  readonly replicate: number;
  readonly rounds: number;
}

/** A run of a replicated claim. Plain data; its curve depends on nothing else. */
export interface ReplicatedRun<Arm = unknown, P extends Population = Population> extends RunSpecification<Arm> {
  readonly population: P;
  readonly seed: number;
  /** Whether the expensive metrics are observed too. */
  readonly observeAll: boolean;
  /** Whether sample images are kept. */
  readonly samples: boolean;
}

/** The configuration of a backend. Plain data, the same on every machine. */
export type BackendConfiguration = Readonly<Record<string, unknown>>;

/** Keeps the state of a half-done run, from which the run can go on. */
export interface Checkpoint {
  load(): Promise<Uint8Array | undefined>;
  save(bytes: Uint8Array): Promise<void>;
}

/** Carries out runs. */
export interface Backend<C = Curve> {
  readonly description: BackendDescription;
  /** Carries out a run, from its checkpoint if there is one. It saves the state from which a longer run goes on. */
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
  /** The number of replicates, from the first, on which the expensive metrics are observed too. They are for people: no decision uses them. */
  readonly observedInFull: number;
}

/** The work of a run, in the suite's own unit: before the first round, and in each round. */
export interface RunCost {
  readonly start: number;
  readonly round: number;
}

/** A mutant's mistake in reading observations. */
export interface Misreading<R = Round> {
  // A method, so that a suite's own type of observation fits.
  of(observed: R): R;
}

/** How a suite's replicated claims are run: all that the engine must know of them. */
export interface ReplicatedDesign<Arm = unknown, P extends Population = Population, R = Round> {
  /**
   * Addresses of the modules that carry out runs. The evidence of replicated claims depends on all that these modules
   * load, at the start or later.
   */
  readonly modules: readonly string[];
  /** What a tier spends, by its name. */
  readonly tiers: Readonly<Record<string, ReplicationTier>>;
  /** The configuration of the backend that options ask for. */
  configure(options: SuiteOptions, tier: Tier): BackendConfiguration;
  /** The configuration with all data that any machine may have. Error budgets are spread over its populations. */
  widest(tier: Tier): BackendConfiguration;
  /** Lines for the person who starts a run on such a configuration. */
  notices(configuration: BackendConfiguration, tier: Tier): readonly string[];
  /** @param local where things are on this machine. @throws DataError when data are missing. */
  open(configuration: BackendConfiguration, local: SuiteOptions): Promise<Backend>;
  /** The populations of some settings, in their order. */
  populations(settings: readonly string[], configuration: BackendConfiguration): readonly P[];
  /** A population in words. */
  populationName(population: P): string;
  /** A population in full, for the evidence. */
  settingOf(population: P): unknown;
  /** An arm in words. */
  armText(arm: Arm): string;
  /** What the arms of a replicate share, as the rest of a sentence. */
  readonly shared: string;
  /** The run that is carried out in place of the given one: the run itself, or a simpler run whose curve is the same bit for bit. */
  simplest(specification: RunSpecification<Arm>): RunSpecification<Arm>;
  /** The mistake of a mutant that misreads observations; undefined for a mutant whose runs are wrong. */
  misreading(mutant: string): Misreading<R> | undefined;
  /** The work of a run. */
  costOf(run: ReplicatedRun<Arm, P>): RunCost;
  /** Executes the code of a claim's arms on models or samples so small that they cost nothing. Coverage measures it. */
  exercise(claim: ReplicatedClaim): Promise<void>;
}
