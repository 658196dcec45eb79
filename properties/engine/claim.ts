import type { Stream } from '../../sim/random/stream.ts';
import type { World } from '../verified-retraining/world.ts';
import type { Domain } from './domain.ts';
import type { RetrainingClaim } from './kinds/replicated-runs/claim.ts';
import type { Tier } from './tier.ts';

/** supported and refuted carry stated error probabilities; undecided means that the budget of replicates was spent. */
export type Verdict = 'supported' | 'refuted' | 'undecided';

/** What a report says of a claim: a verdict, or that nothing contradicts it in the part of it that one shard of a run decides. */
export type Standing = Verdict | 'in part';

/** How a claim is decided: see the README's table of kinds. */
export type ClaimKind = 'identity' | 'inequality' | 'mean' | 'ordering' | 'distribution' | 'rate' | 'sign';

/** Error probabilities of one draw's decision. */
export interface Errors {
  /** That the draw is called supported though its mean lies outside the indifference zone. */
  readonly falseSupport: number;
  /** That the draw is called refuted though the claim holds: already this draw's share of the run's budget. */
  readonly falseRefutation: number;
}

/** What a check may use: the world it looks at, the tier, its error probabilities and its randomness. */
export interface Trial {
  readonly world: World;
  readonly tier: Tier;
  readonly errors: Errors;
  /** The random stream of a replicate, keyed by (seed, claim, draw, replicate); the object may be reused by the next call. */
  stream(replicate: number): Stream;
  /** The same stream with every normal negated: of the same law, and of opposite noise. */
  reflected(replicate: number): Stream;
}

/**
 * How the evidence of a sequential decision grew, at some ten numbers of observations a decade and at the last. Entry i: after
 * `replicates[i]` observations. Numbers are finite; decide/evidence-trace.ts says what infinite evidence enters as.
 */
export interface Trace {
  readonly replicates: readonly number[];
  /** Log-evidence for support: of its weakest side, since all sides are needed. */
  readonly support: readonly number[];
  /** Log-evidence for refutation: of its strongest side. */
  readonly refute: readonly number[];
  /** Log-evidence at which each decides, ln 1/α. */
  readonly enough: { readonly support: number; readonly refute: number };
}

/** One quantity held against the theory. Numbers are null where they do not exist (JSON has no infinity). */
export interface ComparisonOutcome {
  readonly name: string;
  readonly verdict: Verdict;
  /** The value under the theory. */
  readonly expected: number | null;
  /** The observed mean, frequency or distance. */
  readonly estimate: number | null;
  /** An anytime-valid 95 % interval around the estimate, for the eye: the verdict has its own, far smaller errors. */
  readonly interval: readonly [number | null, number | null] | null;
  /** The indifference zone: support needs the quantity proven inside. */
  readonly zone: readonly [number | null, number | null] | null;
  /**
   * 'exact': no sampling. 'asymptotic': the observable is unbounded, so the error probability holds in the limit of many replicates.
   * 'normal': it holds at every number of replicates if the observable is normal.
   */
  readonly guarantee: 'exact' | 'non-asymptotic' | 'asymptotic' | 'normal';
  /** Replicates that this comparison of a mean has looked at, and its log-evidence when it stopped; null for what is infinite. */
  readonly replicates?: number;
  readonly logEvidence?: { readonly support: number | null; readonly refute: number | null };
  /** Kept of a claim's first draw, and of every population of a retraining claim. Absent where nothing is sampled one by one. */
  readonly trace?: Trace;
}

/** What one draw showed. */
export interface Outcome {
  readonly verdict: Verdict;
  /** Simulated replicates used; 0 for a claim about formulas. */
  readonly replicates: number;
  readonly comparisons: readonly ComparisonOutcome[];
}

/** An outcome as it is kept where no trace is. */
export function withoutTraces(outcome: Outcome): Outcome {
  return { ...outcome, comparisons: outcome.comparisons.map(({ trace: _, ...comparison }) => comparison) };
}

/** The groups of claims, one test file each. */
export type ClaimGroup =
  | 'verifier'
  | 'one-round'
  | 'gain'
  | 'transfer-map'
  | 'many-rounds'
  | 'regimes'
  | 'collapse'
  | 'designs'
  | 'counterexamples'
  | 'vae';

/** What a claim says, whatever it is checked on. */
export interface ClaimText {
  readonly id: string;
  readonly group: ClaimGroup;
  /** The claim as one sentence. */
  readonly title: string;
  /** Ids in the statement manifest that this claim is evidence for. */
  readonly statements: readonly string[];
  readonly kind: ClaimKind;
  /** How it is decided, in a sentence for the report. */
  readonly decision: string;
  /** Ids of the wrong worlds that this claim must refute; at least one. */
  readonly mutants: readonly string[];
}

/** A statement of the paper as a randomized property of simulated runs, over settings drawn from a domain. */
export interface DrawnClaim<S = unknown> extends ClaimText {
  readonly domain: Domain<S>;
  /** Settings drawn in the quick tier. */
  readonly draws: number;
  /** Holds one setting against a world. */
  check(setting: S, trial: Trial): Outcome;
}

/** A claim of either kind. */
export type Claim = DrawnClaim | RetrainingClaim;

/** Whether a claim is checked on settings drawn from a domain. */
export function isDrawn(claim: Claim): claim is DrawnClaim {
  return 'domain' in claim;
}

/** Whether a claim is decided over replicates of retrained generators. */
export function isRetraining(claim: Claim): claim is RetrainingClaim {
  return 'arms' in claim;
}

/** A claim whose setting type is checked where it is written, and forgotten where claims are listed. */
export function defineClaim<S>(claim: DrawnClaim<S>): DrawnClaim {
  return claim as DrawnClaim;
}
