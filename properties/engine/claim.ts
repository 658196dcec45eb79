/** supported and refuted carry stated error probabilities; undecided means that the budget of replicates was spent. */
export type Verdict = 'supported' | 'refuted' | 'undecided';

/** What a report says of a claim: its verdict; or 'in part', where a shard decides only a part of the claim and nothing there contradicts it. */
export type Standing = Verdict | 'in part';

/** How a claim is decided: see docs/statistics.md. */
export type ClaimKind = 'identity' | 'inequality' | 'mean' | 'ordering' | 'distribution' | 'rate' | 'sign';

/** What a claim says. Each kind of work has claims of its own, which extend this. */
export interface Claim {
  readonly id: string;
  /** Id of its group. */
  readonly group: string;
  /** The claim as one sentence. */
  readonly title: string;
  /** Ids in the statement manifest that this claim is evidence for. */
  readonly statements: readonly string[];
  readonly kind: ClaimKind;
  /** How the claim is decided, in a sentence for the report. */
  readonly decision: string;
  /** Ids of the mutants that this claim must refute; at least one. */
  readonly mutants: readonly string[];
  /** Address of the module in which the claim is written: `import.meta.url`. The evidence of the claim depends on what that module loads. */
  readonly module: string;
}

/** Error probabilities of the decision of one setting. */
export interface Errors {
  /** Probability that the setting is called supported though its mean lies outside the indifference zone. */
  readonly falseSupport: number;
  /** Probability that the setting is called refuted though the claim holds. It is this setting's share of the run's budget. */
  readonly falseRefutation: number;
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
  readonly threshold: { readonly support: number; readonly refute: number };
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
  /** Kept of a claim's first setting, and of every population of a replicated claim. Absent where nothing is sampled one by one. */
  readonly trace?: Trace;
}

/** What one setting showed. */
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
