import type { ClaimGroup, ClaimKind, Outcome, Verdict } from './claim.ts';
import type { ErrorBudget } from './decide/error-budget.ts';

/** Version of the record layout; a reader refuses another one. */
export const evidenceVersion = 1;

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
}

/** First record of a run: what was run, and with which error probabilities. */
export interface RunRecord {
  readonly type: 'run';
  readonly version: number;
  readonly seed: number;
  readonly tier: string;
  /** Indifference zone as a share of the predicted value or effect. */
  readonly indifference: number;
  readonly budget: ErrorBudget;
  readonly claims: readonly ClaimDescription[];
  readonly mutants: readonly { readonly id: string; readonly title: string; readonly part: string }[];
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

export type EvidenceRecord = RunRecord | DrawRecord | MutantRecord;
