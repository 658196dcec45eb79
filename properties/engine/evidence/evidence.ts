import type { DigitSource } from '../../../sim/digits/digits.ts';
import type { Arm, Curve } from '../../../sim/verified-retraining/vae/index.ts';
import type { IllustrationRecord } from '../../verified-retraining/figure-data/record.ts';
import type { Exclusion, Population } from '../../verified-retraining/vae/population.ts';
import type { ClaimGroup, ClaimKind, Outcome, Verdict } from '../claim.ts';
import type { Effect } from '../decide/decide-effects.ts';
import type { ErrorBudget } from '../decide/error-budget.ts';

/** Version of the record layout; a reader refuses another one. */
export const evidenceVersion = 3;

/** Where something is written in the repository. */
export interface CodePlace {
  /** Path from the root of the repository, with slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** What a claim is, as the evidence carries it, so that a report needs nothing else. */
export interface ClaimDescription {
  readonly id: string;
  readonly group: ClaimGroup;
  readonly title: string;
  /** References id~revision into the statement manifest. */
  readonly statements: readonly string[];
  readonly kind: ClaimKind;
  readonly decision: string;
  readonly domain: string;
  readonly regimes: readonly string[];
  /** Settings that must be supported in this run. */
  readonly draws: number;
  readonly mutants: readonly string[];
  /** Where the claim is written; null for one that is not of the suite. */
  readonly code: CodePlace | null;
  /** What a claim about retrained generators is decided on, over replicates of fixed settings; null for a claim that draws its settings. */
  readonly retraining: RetrainingDescription | null;
}

/** What a retraining claim compares, and where. */
export interface RetrainingDescription {
  /** The arms by name, and their rounds at this tier. */
  readonly arms: Readonly<Record<string, { readonly arm: Arm; readonly rounds: number }>>;
  readonly effects: readonly Effect[];
  /** Settings of the tier on which the claim is not said to hold. */
  readonly excluded: readonly Exclusion[];
  /** What was seen beside it that the claim does not say. */
  readonly remarks: readonly string[];
}

/** A run's error budget: that of the claims which draw their settings, and, if there are any, that of the retraining claims. */
export interface RunBudget extends ErrorBudget {
  readonly retraining: ErrorBudget | null;
}

/** Digits that generators were trained on and scored against. */
export interface DigitsDescription extends Pick<DigitSource, 'kind' | 'provenance' | 'digest'> {
  /** What a perfect generator would score at 14×14: the Fréchet distance of real images to other real images. */
  readonly floor: number;
}

/** The machine that a run was done on. Nothing but times depends on it; networks agree to the last bit on one engine and one kind of processor. */
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

/** Which of the shards that a run was split into its evidence is of. */
export interface ShardsDone {
  /** Number of shards. */
  readonly of: number;
  /** From 1, ascending. */
  readonly done: readonly number[];
}

/** First record of a run: what was run, and with which error probabilities. */
export interface RunRecord {
  readonly type: 'run';
  readonly version: number;
  /** The shell command that makes this run; DIR stands for where MNIST lies. */
  readonly command: string;
  readonly seed: number;
  readonly tier: string;
  /** Indifference zone as a share of the predicted value or effect. */
  readonly indifference: number;
  readonly budget: RunBudget;
  /** What ran the networks, and which digits they saw; null and none when no generator is retrained. */
  readonly engine: { readonly name: string; readonly description: string } | null;
  readonly digits: readonly DigitsDescription[];
  /** Claims that were asked for and are said to hold on none of the tier's settings. */
  readonly leftOut: readonly { readonly claim: string; readonly excluded: readonly Exclusion[] }[];
  readonly machine: Machine;
  /** SHA-256, hex, of every source file that verdicts depend on, by its path from the root of the repository. */
  readonly sources: Readonly<Record<string, string>>;
  readonly claims: readonly ClaimDescription[];
  readonly mutants: readonly { readonly id: string; readonly title: string; readonly part: string }[];
  /** Where the evidence is part of the run's: of which part. Claims and mutants are those of the whole run even then. Absent for all of it. */
  readonly shards?: ShardsDone;
}

/** A refuted draw made simple and looked at again with fresh randomness. */
export interface Counterexample {
  readonly setting: unknown;
  /** draw:shrink path, as `replay` takes it. */
  readonly path: string;
  readonly outcome: Outcome;
  /** Verdict on fresh randomness. */
  readonly confirmed: Verdict;
}

/** One setting of a claim, decided. */
export interface DrawRecord {
  readonly type: 'draw';
  readonly claim: string;
  readonly draw: number;
  /** The regimes of the domain that the setting lies in. */
  readonly regimes: readonly string[];
  readonly setting: unknown;
  readonly outcome: Outcome;
  readonly counterexample?: Counterexample;
  readonly milliseconds: number;
}

/** A claim held against a wrong world. */
export interface MutantRecord {
  readonly type: 'mutant';
  readonly claim: string;
  readonly mutant: string;
  readonly refuted: boolean;
  /** The draw that refuted it, or how many were tried. */
  readonly draw: number;
  readonly replicates: number;
  /** The comparison that refuted it. */
  readonly by: string | null;
  readonly milliseconds: number;
}

/** What an arm of a replicate came to, round by round, in the paper's world: as far as a decision looked at it. */
export interface CurveRecord extends Population, Curve {
  readonly type: 'curve';
  readonly arm: Arm;
  readonly replicate: number;
}

/** Lines of a file, from–to, both included, from 1. */
export type LineRanges = readonly (readonly [from: number, to: number])[];

/** The code that a claim executes, measured apart from verification. */
export interface CoverageRecord {
  readonly type: 'coverage';
  /** The claim; null for all lines that could be executed. */
  readonly claim: string | null;
  /** By path from the root of the repository; files of theory/ and sim/ that verification loads. Empty ranges: no line in a function is executed. */
  readonly files: Readonly<Record<string, LineRanges>>;
  /** Of the record of all lines: SHA-256 of every source file when coverage was taken, as in the run record. */
  readonly sources?: Readonly<Record<string, string>>;
}

export type EvidenceRecord = RunRecord | DrawRecord | MutantRecord | CurveRecord | IllustrationRecord | CoverageRecord;
