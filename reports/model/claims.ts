import type { ClaimKind, ComparisonOutcome, Standing, Verdict } from '../../properties/engine/claim.ts';
import { replayCommand } from '../../properties/engine/command.ts';
import type { CodePlace, DecisionRecord, RunRecord } from '../../properties/engine/evidence/evidence.ts';
import type { Judgement } from '../../properties/engine/judge.ts';
import {
  type ReplicationDescription,
  replicationOf,
} from '../../properties/engine/kinds/replicated-runs/description.ts';
import type { Staleness } from '../coverage/stale.ts';
import { type ComparisonSummary, mostTelling, summarizeComparisons } from './comparisons.ts';
import { type CounterexampleReport, reportCounterexample } from './counterexamples.ts';

/** A mutant that a claim was held against, and the outcome. */
export interface MutantOutcome {
  readonly mutant: string;
  readonly killed: boolean;
  /** The index of the setting that refuted it, or how many settings were tried; null when it was not tried. */
  readonly index: number | null;
  readonly replicates: number;
  /** The comparison that refuted it. */
  readonly by: string | null;
}

/** What the evidence says of a claim. */
export interface ClaimReport {
  readonly id: string;
  readonly title: string;
  readonly verdict: Standing;
  /** Why the claim is not supported; empty when it is supported. */
  readonly reasons: readonly string[];
  /** The reasons that are gaps of the evidence: settings missing, strata not exercised, mutants that survive or were not tried. */
  readonly gaps: readonly string[];
  /** How the code that the claim depends on changed since the evidence, in words; null when it did not change. */
  readonly stale: string | null;
  readonly group: string;
  readonly kind: ClaimKind;
  /** Id of the kind of work that decides it. */
  readonly work: string;
  /** References id~revision into the statement manifest. */
  readonly statements: readonly string[];
  readonly decision: string;
  readonly domain: string;
  /** Settings in each stratum of the domain. */
  readonly strata: Readonly<Record<string, number>>;
  /** Settings that were decided. */
  readonly settings: number;
  /** Whether the settings are drawn at random from the domain; otherwise they are fixed. */
  readonly drawn: boolean;
  readonly replicates: number;
  /** With confidence 95 %, the claim fails on less than this share of its domain (under its generator); null where settings are fixed. */
  readonly mayFailOn: number | null;
  /** The weakest guarantee among its comparisons; null when it made none. */
  readonly guarantee: ComparisonOutcome['guarantee'] | null;
  readonly comparisons: readonly ComparisonSummary[];
  readonly mutants: readonly MutantOutcome[];
  readonly counterexamples: readonly CounterexampleReport[];
  /** Where the claim is written. */
  readonly code: CodePlace | null;
  /** The shell command that decides its most telling setting again; null when no setting was decided. */
  readonly replay: string | null;
  /** For a replicated claim: what it compares, and each population that it was decided on. */
  readonly replication: (ReplicationDescription & { readonly populations: readonly PopulationReport[] }) | null;
}

/** A fixed setting of a replicated claim, decided over its replicates. */
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
  const { claim, verdict, reasons, gaps, decisions, strata, replicates, mayFailOn } = judgement;
  const { id, title, group, kind, work, statements, decision, domain, drawn, code } = claim;
  const comparisons = summarizeComparisons(decisions);
  const guarantees = decisions.flatMap(({ outcome }) => outcome.comparisons.map(({ guarantee }) => guarantee));
  const replication = replicationOf(claim);
  const shown = mostTelling(comparisons)?.index ?? decisions[0]?.index;
  return {
    id,
    title,
    verdict,
    reasons,
    gaps,
    stale: stalenessOf(claim),
    group,
    kind,
    work,
    statements,
    decision,
    domain,
    strata,
    settings: decisions.length,
    drawn,
    replicates,
    mayFailOn,
    guarantee: weakestGuarantee(guarantees),
    comparisons,
    mutants: reportMutantsOf(judgement),
    counterexamples: decisions.flatMap((decision) => reportCounterexample(decision, claim, run)),
    code,
    replay: shown === undefined ? null : replayCommand(run, id, String(shown), replication !== null),
    replication: replication && { ...replication, populations: decisions.map(reportPopulation) },
  };
}

function reportPopulation({ strata, outcome }: DecisionRecord): PopulationReport {
  const comparisons = outcome.comparisons.map(({ trace: _, ...comparison }) => comparison);
  return { name: strata.join(), ...outcome, comparisons };
}

function reportMutantsOf({ claim, mutants }: Judgement): MutantOutcome[] {
  const tried = new Map(mutants.map((record) => [record.mutant, record]));
  return claim.mutants.map((mutant) => {
    const record = tried.get(mutant);
    if (record === undefined) return { mutant, killed: false, index: null, replicates: 0, by: null };
    return { mutant, killed: record.refuted, index: record.index, replicates: record.replicates, by: record.by };
  });
}
