import type { DigitSource } from '../sim/digits/digits.ts';
import type { Arm, Curve } from '../sim/vae/index.ts';
import type { ClaimGroup, ClaimKind, Outcome, Verdict } from './claim.ts';
import type { Effect } from './decide/decide-effects.ts';
import type { ErrorBudget } from './decide/error-budget.ts';
import type { Exclusion, Population } from './retraining/population.ts';

/** Version of the record layout; a reader refuses another one. */
export const evidenceVersion = 2;

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

/** First record of a run: what was run, and with which error probabilities. */
export interface RunRecord {
  readonly type: 'run';
  readonly version: number;
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

/** What an arm of a replicate came to, round by round, in the paper's world: as far as a decision looked at it. */
export interface CurveRecord extends Population, Curve {
  readonly type: 'curve';
  readonly arm: Arm;
  readonly replicate: number;
}

export type EvidenceRecord = RunRecord | DrawRecord | MutantRecord | CurveRecord;
