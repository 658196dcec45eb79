import type { ComparisonOutcome } from '../../properties/engine/claim.ts';
import type { RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { type ClaimReport, weakestGuarantee } from '../model/claims.ts';
import { type ComparisonSummary, mostTelling } from '../model/comparisons.ts';
import type { TraceReport } from '../model/traces.ts';

/** How strong the evidence for a statement is, over all claims that are evidence for it. */
export interface StatementStrength {
  /** Settings, drawn or fixed, that were decided. */
  readonly settings: number;
  /** Simulated runs on all of them. */
  readonly replicates: number;
  /** The comparison that came closest to its margin; null when none was made. */
  readonly mostTelling: TellingComparison | null;
  /**
   * With confidence 95 %, the largest share of its domain (under its generator) on which one of the claims may still fail. null when none of
   * them draws its settings.
   */
  readonly mayFailOn: number | null;
  /**
   * Power against the smallest effect of interest, at least. If a claim failed on a setting that was decided, by the edge of the comparison's
   * indifference zone or more, the decision would have called it supported with a probability of at most 1 − power. The decision rule promises
   * this of a decision that has ended. null where a decision has not ended: its power is not known.
   */
  readonly power: number | null;
  /** What the power rests on: the weakest guarantee of the comparisons. */
  readonly guarantee: ComparisonOutcome['guarantee'] | null;
  /** A trial of the power: of the mutants that the claims must refute, counted claim by claim, those that they refuted. */
  readonly mutants: { readonly killed: number; readonly all: number };
}

/** A comparison, on the setting where it came closest to its margin. */
export interface TellingComparison
  extends Pick<ComparisonSummary, 'name' | 'index' | 'expected' | 'estimate' | 'interval' | 'zone' | 'marginUsed'> {
  readonly claim: string;
  /**
   * Natural log of the evidence (e-value) for support where the decision stopped, and its threshold. They are of this setting if it was traced,
   * else of the claim's setting that was traced, whose index is given. null when the comparison was traced on no setting.
   */
  readonly logEvidence: { readonly index: number; readonly support: number; readonly threshold: number } | null;
}

/** The strength of the claims of one statement; null when there are none. */
export function strengthOf(
  claims: readonly ClaimReport[],
  budgets: RunRecord['budgets'],
  traces: readonly TraceReport[],
): StatementStrength | null {
  if (claims.length === 0) return null;
  const shares = claims.flatMap(({ mayFailOn }) => mayFailOn ?? []);
  const mutants = claims.flatMap((claim) => claim.mutants);
  const sum = (of: (claim: ClaimReport) => number) => claims.reduce((total, claim) => total + of(claim), 0);
  return {
    settings: sum(({ settings }) => settings),
    replicates: sum(({ replicates }) => replicates),
    mostTelling: telling(claims, traces),
    mayFailOn: shares.length === 0 ? null : Math.max(...shares),
    power: powerOf(claims, budgets),
    guarantee: weakestGuarantee(claims.map(({ guarantee }) => guarantee)),
    mutants: { killed: mutants.filter(({ killed }) => killed).length, all: mutants.length },
  };
}

function powerOf(claims: readonly ClaimReport[], budgets: RunRecord['budgets']): number | null {
  const errors = claims.map((claim) => (hasEnded(claim) ? budgets[claim.work]?.falseSupportOfClaim : undefined));
  const known = errors.filter((error) => error !== undefined);
  return known.length < errors.length ? null : 1 - Math.max(...known);
}

function hasEnded({ comparisons }: ClaimReport): boolean {
  return comparisons.length > 0 && comparisons.every(({ verdict }) => verdict !== 'undecided');
}

function telling(claims: readonly ClaimReport[], traces: readonly TraceReport[]): TellingComparison | null {
  const all = claims.flatMap(({ id, comparisons }) => comparisons.map((each) => ({ ...each, claim: id })));
  const found = mostTelling(all);
  if (found === null) return null;
  const { claim, name, index, expected, estimate, interval, zone, marginUsed } = found;
  const traced = traces.filter((each) => each.claim === claim && each.comparison === name);
  const trace = traced.find((each) => each.index === index) ?? traced[0];
  const support = trace?.support.at(-1);
  const logEvidence =
    trace === undefined || support === undefined
      ? null
      : { index: trace.index, support, threshold: trace.threshold.support };
  return { claim, name, index, expected, estimate, interval, zone, marginUsed, logEvidence };
}
