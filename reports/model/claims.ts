import type { ClaimKind, ComparisonOutcome, Standing, Verdict } from '../../properties/engine/claim.ts';
import { replayCommand } from '../../properties/engine/command.ts';
import type {
  CodePlace,
  DrawRecord,
  RetrainingDescription,
  RunRecord,
} from '../../properties/engine/evidence/evidence.ts';
import type { Judgement } from '../../properties/engine/judge.ts';
import type { Staleness } from '../coverage/stale.ts';
import { type ComparisonSummary, mostTelling, summarizeComparisons } from './comparisons.ts';
import { type CounterexampleReport, reportCounterexample } from './counterexamples.ts';

/** A wrong world held against the claim. */
export interface AttackReport {
  readonly mutant: string;
  readonly killed: boolean;
  /** The draw that refuted it, or how many were tried; null when it was not tried. */
  readonly draw: number | null;
  readonly replicates: number;
  /** The comparison that refuted it. */
  readonly by: string | null;
}

/** What the evidence says of a claim. */
export interface ClaimReport {
  readonly id: string;
  readonly title: string;
  readonly verdict: Standing;
  /** Why it is not supported; empty when it is. */
  readonly reasons: readonly string[];
  /** Those of them that are gaps of the evidence: draws missing, regimes not exercised, mutants that survive or were not tried. */
  readonly gaps: readonly string[];
  /** What of its code changed since the evidence, in words; null when nothing did. */
  readonly stale: string | null;
  readonly group: string;
  readonly kind: ClaimKind;
  /** References id~revision into the statement manifest. */
  readonly statements: readonly string[];
  readonly decision: string;
  readonly domain: string;
  /** Draws in each regime of the domain. */
  readonly regimes: Readonly<Record<string, number>>;
  readonly draws: number;
  readonly replicates: number;
  /**
   * With confidence 95 %, the claim fails on less than this share of its domain (under its generator); null where settings are not drawn:
   * for a counterexample, which is pinned to one, and for a claim about retrained generators, whose settings are fixed.
   */
  readonly mayFailOn: number | null;
  /** The weakest guarantee among its comparisons; null when it made none. */
  readonly guarantee: ComparisonOutcome['guarantee'] | null;
  readonly comparisons: readonly ComparisonSummary[];
  readonly mutants: readonly AttackReport[];
  readonly counterexamples: readonly CounterexampleReport[];
  /** Where the claim is written. */
  readonly code: CodePlace | null;
  /** The shell command that decides its most telling draw again; null when it was not decided. */
  readonly replay: string | null;
  /** For a claim about retrained generators: what it compares, and each population that it was decided on. */
  readonly retraining: (RetrainingDescription & { readonly populations: readonly PopulationReport[] }) | null;
}

/** A fixed setting on one kind of digits, decided over its replicates. */
export interface PopulationReport {
  readonly name: string;
  readonly verdict: Verdict;
  readonly replicates: number;
  readonly comparisons: readonly Omit<ComparisonOutcome, 'trace'>[];
}

/** An assumption that no number of replicates makes good comes first. */
const fromWeakest = ['normal', 'asymptotic', 'non-asymptotic', 'exact'] as const;

/** The weakest of some guarantees; null when there is none. */
export function weakestGuarantee(guarantees: readonly ClaimReport['guarantee'][]): ClaimReport['guarantee'] {
  return fromWeakest.find((guarantee) => guarantees.includes(guarantee)) ?? null;
}

/** Reports one judged claim of a run, and whether its evidence is stale. */
export function reportClaim(judgement: Judgement, run: RunRecord, stalenessOf: Staleness): ClaimReport {
  const { claim, verdict, reasons, gaps, draws, regimes, replicates, mayFailOn } = judgement;
  const comparisons = summarizeComparisons(draws);
  const guarantees = draws.flatMap(({ outcome }) => outcome.comparisons.map(({ guarantee }) => guarantee));
  return {
    id: claim.id,
    title: claim.title,
    verdict,
    reasons,
    gaps,
    stale: stalenessOf(claim),
    group: claim.group,
    kind: claim.kind,
    statements: claim.statements,
    decision: claim.decision,
    domain: claim.domain,
    regimes,
    draws: draws.length,
    replicates,
    mayFailOn: claim.group === 'counterexamples' ? null : mayFailOn,
    guarantee: weakestGuarantee(guarantees),
    comparisons,
    mutants: reportAttacks(judgement),
    counterexamples: draws.flatMap((draw) => reportCounterexample(draw, claim.retraining !== null, run)),
    code: claim.code,
    replay: replayOf(claim.id, mostTelling(comparisons)?.draw ?? draws[0]?.draw, claim.retraining !== null, run),
    retraining: claim.retraining && { ...claim.retraining, populations: draws.map(reportPopulation) },
  };
}

function replayOf(id: string, draw: number | undefined, retraining: boolean, run: RunRecord): string | null {
  return draw === undefined ? null : replayCommand(run, id, String(draw), retraining);
}

function reportPopulation({ regimes, outcome }: DrawRecord): PopulationReport {
  const comparisons = outcome.comparisons.map(({ trace: _, ...comparison }) => comparison);
  return { name: regimes.join(), ...outcome, comparisons };
}

function reportAttacks({ claim, mutants }: Judgement): AttackReport[] {
  const attacks = new Map(mutants.map((record) => [record.mutant, record]));
  return claim.mutants.map((mutant) => {
    const attack = attacks.get(mutant);
    if (attack === undefined) return { mutant, killed: false, draw: null, replicates: 0, by: null };
    return { mutant, killed: attack.refuted, draw: attack.draw, replicates: attack.replicates, by: attack.by };
  });
}
