import type { ComparisonOutcome } from '../../properties/engine/claim.ts';
import type { RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { type ClaimReport, weakestGuarantee } from '../model/claims.ts';
import { type ComparisonSummary, mostTelling } from '../model/comparisons.ts';
import type { TraceReport } from '../model/traces.ts';

/** How strong the evidence for a statement is, over all claims that are evidence for it. */
export interface StatementStrength {
  /** Settings drawn, or populations of retrained generators. */
  readonly draws: number;
  /** Simulated runs of them all. */
  readonly replicates: number;
  /** The comparison that came closest to its margin; null when none was made. */
  readonly mostTelling: TellingComparison | null;
  /**
   * With confidence 95 %, the largest share of its domain (under its generator) on which one of the claims may still fail. null when none of
   * them draws its settings.
   */
  readonly mayFailOn: number | null;
  /**
   * Power against the smallest effect of interest, at least: if a claim failed on a setting that was looked at, by the edge of the
   * comparison's indifference zone or more, the decision would have called it supported with a probability of at most 1 − power. It is what
   * the decision rule promises of a decision that has ended; null when one has not, as a power is then not known.
   */
  readonly power: number | null;
  /** What that promise rests on: the weakest guarantee of the comparisons. */
  readonly guarantee: ComparisonOutcome['guarantee'] | null;
  /** Power as it was tried: of the wrong worlds that the claims must refute, counted claim by claim, those that they did. */
  readonly mutants: { readonly killed: number; readonly all: number };
}

/** A comparison, where it came closest to its margin. */
export interface TellingComparison
  extends Pick<ComparisonSummary, 'name' | 'draw' | 'expected' | 'estimate' | 'interval' | 'zone' | 'marginUsed'> {
  readonly claim: string;
  /**
   * Natural log of the evidence (e-value) for support where the decision stopped, and what was enough: on this draw if it was traced, else on
   * the draw of the claim that was, which is named. null when the comparison was traced on none.
   */
  readonly logEvidence: { readonly draw: number; readonly support: number; readonly enough: number } | null;
}

/** The strength of the claims of one statement; null when there are none. */
export function strengthOf(
  claims: readonly ClaimReport[],
  budget: RunRecord['budget'],
  traces: readonly TraceReport[],
): StatementStrength | null {
  if (claims.length === 0) return null;
  const shares = claims.flatMap(({ mayFailOn }) => mayFailOn ?? []);
  const attacks = claims.flatMap(({ mutants }) => mutants);
  const sum = (of: (claim: ClaimReport) => number) => claims.reduce((total, claim) => total + of(claim), 0);
  return {
    draws: sum(({ draws }) => draws),
    replicates: sum(({ replicates }) => replicates),
    mostTelling: telling(claims, traces),
    mayFailOn: shares.length === 0 ? null : Math.max(...shares),
    power: claims.every(hasEnded) ? 1 - Math.max(...claims.map((claim) => falseSupport(claim, budget))) : null,
    guarantee: weakestGuarantee(claims.map(({ guarantee }) => guarantee)),
    mutants: { killed: attacks.filter(({ killed }) => killed).length, all: attacks.length },
  };
}

function hasEnded({ comparisons }: ClaimReport): boolean {
  return comparisons.length > 0 && comparisons.every(({ verdict }) => verdict !== 'undecided');
}

function falseSupport({ retraining }: ClaimReport, budget: RunRecord['budget']): number {
  const { falseSupportOfClaim } = retraining === null || budget.retraining === null ? budget : budget.retraining;
  return falseSupportOfClaim;
}

function telling(claims: readonly ClaimReport[], traces: readonly TraceReport[]): TellingComparison | null {
  const all = claims.flatMap(({ id, comparisons }) => comparisons.map((each) => ({ ...each, claim: id })));
  const found = mostTelling(all);
  if (found === null) return null;
  const { claim, name, draw, expected, estimate, interval, zone, marginUsed } = found;
  const traced = traces.filter((each) => each.claim === claim && each.comparison === name);
  const trace = traced.find((each) => each.draw === draw) ?? traced[0];
  const support = trace?.support.at(-1);
  const logEvidence =
    trace === undefined || support === undefined ? null : { draw: trace.draw, support, enough: trace.enough.support };
  return { claim, name, draw, expected, estimate, interval, zone, marginUsed, logEvidence };
}
