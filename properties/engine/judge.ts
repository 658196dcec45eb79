import type { Verdict } from './claim.ts';
import { failingShare } from './decide/failing-share.ts';
import type { ClaimDescription, DecisionRecord, EvidenceRecord, MutantRecord, RunRecord } from './evidence/evidence.ts';

/** What the evidence says of one claim. */
export interface Judgement {
  readonly claim: ClaimDescription;
  readonly verdict: Verdict;
  /** Why it is not supported; empty when it is. */
  readonly reasons: readonly string[];
  /** The reasons that no decision gives: settings that are missing, strata that were not exercised, mutants that were not tried or survived. */
  readonly gaps: readonly string[];
  /** The decisions about its settings, by their indices. */
  readonly decisions: readonly DecisionRecord[];
  readonly mutants: readonly MutantRecord[];
  readonly replicates: number;
  /** The number of settings that lie in each stratum of the domain. */
  readonly strata: Readonly<Record<string, number>>;
  /**
   * With confidence 95 %, the share of the domain, as settings are drawn from it, on which the claim may still fail:
   * 1 − 0.05^{1/N} after N settings. null where settings are not drawn.
   */
  readonly mayFailOn: number | null;
}

/** The confidence at which the share is stated. */
const CONFIDENCE = 0.95;

/** Judges every claim of a run from its evidence alone, whatever the order of the records. */
export function judge(run: Pick<RunRecord, 'claims'>, records: readonly EvidenceRecord[]): Judgement[] {
  const decisions = byClaim(records.filter((record) => record.type === 'decision'));
  const mutants = byClaim(records.filter((record) => record.type === 'mutant'));
  return run.claims.map((claim) => {
    const place = new Map(claim.mutants.map((id, index) => [id, index]));
    return judgeClaim(
      claim,
      (decisions.get(claim.id) ?? []).toSorted((a, b) => a.index - b.index),
      (mutants.get(claim.id) ?? []).toSorted((a, b) => (place.get(a.mutant) ?? -1) - (place.get(b.mutant) ?? -1)),
    );
  });
}

/** The verdict of a whole run: refuted if anything is, else undecided if anything is, else supported. */
export function overallVerdict(judgements: readonly Pick<Judgement, 'verdict'>[]): Verdict {
  const verdicts = judgements.map(({ verdict }) => verdict);
  return verdicts.includes('refuted') ? 'refuted' : verdicts.includes('undecided') ? 'undecided' : 'supported';
}

function judgeClaim(claim: ClaimDescription, decisions: DecisionRecord[], mutants: MutantRecord[]): Judgement {
  const exercised = new Map<string, number>();
  for (const name of decisions.flatMap((decision) => decision.strata))
    exercised.set(name, (exercised.get(name) ?? 0) + 1);
  const strata = Object.fromEntries(claim.strata.map((stratum) => [stratum, exercised.get(stratum) ?? 0]));
  const promised = Math.max(1, Math.floor(claim.settings / claim.strata.length));
  const tried = new Map(mutants.map((each) => [each.mutant, each]));
  const refuted = decisions.filter(({ outcome }) => outcome.verdict === 'refuted');
  const undecided = decisions.filter(({ outcome }) => outcome.verdict === 'undecided');
  const nameOf = ({ index, strata: [name] }: DecisionRecord) => `setting ${index}${claim.drawn ? '' : ` (${name})`}`;
  const gaps = [
    ...(decisions.length < claim.settings
      ? [`${claim.settings - decisions.length} of ${claim.settings} settings missing`]
      : []),
    ...claim.strata
      .filter((stratum) => strata[stratum]! < promised)
      .map((stratum) => `stratum '${stratum}' exercised ${strata[stratum]} times, ${promised} promised`),
    ...claim.mutants.flatMap((id) => {
      const mutant = tried.get(id);
      return mutant?.refuted ? [] : [`mutant ${id} ${mutant ? 'survived' : 'was not tried'}`];
    }),
  ];
  const reasons = [
    ...refuted.map((decision) => `${nameOf(decision)} refuted`),
    ...undecided.map((decision) => `${nameOf(decision)} undecided`),
    ...gaps,
  ];
  return {
    claim,
    verdict: refuted.length > 0 ? 'refuted' : reasons.length > 0 ? 'undecided' : 'supported',
    reasons,
    gaps,
    decisions,
    mutants,
    replicates: decisions.reduce((sum, { outcome }) => sum + outcome.replicates, 0),
    strata,
    mayFailOn: claim.drawn ? failingShare(Math.max(decisions.length, 1), CONFIDENCE) : null,
  };
}

function byClaim<T extends { readonly claim: string }>(records: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const group = groups.get(record.claim);
    if (group === undefined) groups.set(record.claim, [record]);
    else group.push(record);
  }
  return groups;
}
