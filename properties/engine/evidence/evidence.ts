import type { ClaimKind, Outcome, Verdict } from '../claim.ts';
import type { ErrorBudget } from '../decide/error-budget.ts';

/** Version of the record layout; a reader refuses another one. */
export const evidenceVersion = 4;

/** Where something is written in the repository. */
export interface CodePlace {
  /** Path from the root of the repository, with slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** The theory that a run was about. */
export interface SuiteDescription {
  readonly id: string;
  readonly title: string;
  /** The paper in a few words, such as its arXiv number. */
  readonly paper: string;
  /** Address of the paper. */
  readonly url: string;
}

/** What a claim is, as the evidence carries it, so that a report needs nothing else. */
export interface ClaimDescription {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  /** References id~revision into the statement manifest. */
  readonly statements: readonly string[];
  readonly kind: ClaimKind;
  readonly decision: string;
  /** Id of the kind of work that decides it. */
  readonly work: string;
  readonly domain: string;
  /** The parts of the domain, each of which must be exercised: its strata where settings are drawn, or its fixed settings. */
  readonly strata: readonly string[];
  /** Settings that must be supported in this run. */
  readonly settings: number;
  /** Whether the settings are drawn at random from the domain. Otherwise they are fixed, and each is a stratum. */
  readonly drawn: boolean;
  readonly mutants: readonly string[];
  /** Where the claim is written; null where that is outside of the repository. */
  readonly code: CodePlace | null;
  /** SHA-256, hex, of all files that its evidence depends on. The run's `sources` has the digest of each file. */
  readonly sources: string;
  /** Further description by its kind of work, as the schema of that kind has it; null when there is none. */
  readonly details: unknown;
}

/** Data that a backend works on, such as a set of images. */
export interface DataDescription {
  /** A word, as in a file name. */
  readonly id: string;
  readonly provenance: string;
  /** SHA-256, hex, of the contents. */
  readonly digest: string;
  /** The value that would be observed of a perfect run. */
  readonly floor: number;
}

/** What carried out the runs of a replicated claim. */
export interface BackendDescription {
  readonly name: string;
  readonly description: string;
  readonly data: readonly DataDescription[];
  /** Words of a command line that choose it. A word in capitals stands for what differs from machine to machine. */
  readonly options: readonly string[];
}

/** The machine that a run was done on. Only times depend on it, and the last bits of floating-point work such as that of networks. */
export interface Machine {
  /** Version of Node. */
  readonly node: string;
  /** Operating system and architecture. */
  readonly platform: string;
  /** Model of the processor. */
  readonly processor: string;
  readonly cores: number;
  /** In GiB. */
  readonly memory: number;
}

/** The shards of a run that some evidence is of. */
export interface ShardsDone {
  /** Number of shards that the run was split into. */
  readonly of: number;
  /** From 1, ascending. */
  readonly done: readonly number[];
}

/** A setting on which a claim is not said to hold. */
export interface Exclusion {
  readonly setting: string;
  readonly reason: string;
}

/** A claim that was asked for, but is not said to hold on any of the tier's settings. */
export interface LeftOut {
  readonly claim: string;
  readonly group: string;
  readonly excluded: readonly Exclusion[];
}

/** First record of a run: what was run, and with which error probabilities. */
export interface RunRecord {
  readonly type: 'run';
  readonly version: number;
  readonly suite: SuiteDescription;
  /** The shell command that makes this run. A word in capitals stands for what differs from machine to machine. */
  readonly command: string;
  readonly seed: number;
  readonly tier: string;
  /** Indifference zone as a share of the predicted value or effect. */
  readonly indifference: number;
  /** The error budget of each kind of work that decides claims, by its id. */
  readonly budgets: Readonly<Record<string, ErrorBudget>>;
  /** What carried out runs of replicated claims; null when there were none. */
  readonly backend: BackendDescription | null;
  readonly leftOut: readonly LeftOut[];
  readonly machine: Machine;
  /** SHA-256, hex, of every source file that the claims depend on, by its path from the root of the repository. */
  readonly sources: Readonly<Record<string, string>>;
  readonly claims: readonly ClaimDescription[];
  readonly mutants: readonly { readonly id: string; readonly title: string; readonly part: string }[];
  /**
   * The shards that this evidence is of; absent where the run was not split, or all shards are there. Claims and
   * mutants are those of the whole run in any case.
   */
  readonly shards?: ShardsDone;
}

/** A minimal refuted setting, decided again with fresh randomness. */
export interface Counterexample {
  readonly setting: unknown;
  /** The path to it, as `replay` takes it. */
  readonly path: string;
  readonly outcome: Outcome;
  /** Verdict on fresh randomness. */
  readonly confirmed: Verdict;
}

/** One setting of a claim, decided. */
export interface DecisionRecord {
  readonly type: 'decision';
  readonly claim: string;
  /** Which of the claim's settings it is, from 0. */
  readonly index: number;
  /** The strata of the domain that the setting lies in. */
  readonly strata: readonly string[];
  readonly setting: unknown;
  readonly outcome: Outcome;
  readonly counterexample?: Counterexample;
  readonly milliseconds: number;
}

/** A claim held against a mutant. */
export interface MutantRecord {
  readonly type: 'mutant';
  readonly claim: string;
  readonly mutant: string;
  readonly refuted: boolean;
  /** The index of the setting that refuted it, or the number of settings that were tried. */
  readonly index: number;
  readonly replicates: number;
  /** The comparison that refuted it. */
  readonly by: string | null;
  readonly milliseconds: number;
}

/** What a kind of work has observed beside its decisions, for people. No verdict uses it. The schema of the kind of work says what it holds. */
export interface ObservationRecord {
  readonly type: 'observation';
  /** Id of the kind of work. */
  readonly kind: string;
}

/** Lines of a file, from–to, both included, from 1. */
export type LineRanges = readonly (readonly [from: number, to: number])[];

/** The code that a claim executes, measured apart from verification. */
export interface CoverageRecord {
  readonly type: 'coverage';
  /** The claim; null for all lines that could be executed. */
  readonly claim: string | null;
  /**
   * Executed lines by path from the root of the repository, of files below the suite's roots that the claim loads. No
   * ranges: no line in a function is executed.
   */
  readonly files: Readonly<Record<string, LineRanges>>;
  /** In the record of all lines: SHA-256, hex, of every file below the roots when coverage was measured. */
  readonly sources?: Readonly<Record<string, string>>;
}

export type EvidenceRecord = RunRecord | DecisionRecord | MutantRecord | ObservationRecord | CoverageRecord;
