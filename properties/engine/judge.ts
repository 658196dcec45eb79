import type { Verdict } from './claim.ts';
import type { ClaimDescription, DrawRecord, EvidenceRecord, MutantRecord, RunRecord } from './evidence/evidence.ts';

/** What the evidence says of one claim. */
export interface Judgement {
  readonly claim: ClaimDescription;
  readonly verdict: Verdict;
  /** Why it is not supported; empty when it is. */
  readonly reasons: readonly string[];
  /** Those of them that its draws are not to blame for: what was not drawn, exercised, tried or killed. */
  readonly gaps: readonly string[];
  readonly draws: readonly DrawRecord[];
  readonly mutants: readonly MutantRecord[];
  readonly replicates: number;
  /** Draws that lie in each regime of the domain. */
  readonly regimes: Readonly<Record<string, number>>;
  /** With confidence 95 %, the share of the domain (under its generator) on which the claim may still fail: 1 − 0.05^{1/N}. null for fixed settings. */
  readonly mayFailOn: number | null;
}

/** A claim must be able to fail somewhere: every share below is stated at this confidence. */
const CONFIDENCE = 0.95;

/** Judges every claim of a run from its evidence alone, whatever the order of the records. */
export function judge(run: RunRecord, records: readonly EvidenceRecord[]): Judgement[] {
  const draws = byClaim(records.filter((record) => record.type === 'draw'));
  const mutants = byClaim(records.filter((record) => record.type === 'mutant'));
  return run.claims.map((claim) => {
    const place = new Map(claim.mutants.map((id, index) => [id, index]));
    return judgeClaim(
      claim,
      (draws.get(claim.id) ?? []).toSorted((a, b) => a.draw - b.draw),
      (mutants.get(claim.id) ?? []).toSorted((a, b) => (place.get(a.mutant) ?? -1) - (place.get(b.mutant) ?? -1)),
    );
  });
}

/** The verdict of a whole run: refuted if anything is, else undecided if anything is, else supported. */
export function overallVerdict(judgements: readonly Pick<Judgement, 'verdict'>[]): Verdict {
  const verdicts = judgements.map(({ verdict }) => verdict);
  return verdicts.includes('refuted') ? 'refuted' : verdicts.includes('undecided') ? 'undecided' : 'supported';
}

function judgeClaim(claim: ClaimDescription, draws: DrawRecord[], mutants: MutantRecord[]): Judgement {
  const exercised = new Map<string, number>();
  for (const name of draws.flatMap((draw) => draw.regimes)) exercised.set(name, (exercised.get(name) ?? 0) + 1);
  const regimes = Object.fromEntries(claim.regimes.map((regime) => [regime, exercised.get(regime) ?? 0]));
  const promised = Math.max(1, Math.floor(claim.draws / claim.regimes.length));
  const attacks = new Map(mutants.map((attacked) => [attacked.mutant, attacked]));
  const refuted = draws.filter(({ outcome }) => outcome.verdict === 'refuted');
  const undecided = draws.filter(({ outcome }) => outcome.verdict === 'undecided');
  const nameOf = ({ draw, regimes: [name] }: DrawRecord) => `draw ${draw}${claim.retraining ? ` (${name})` : ''}`;
  const gaps = [
    ...(draws.length < claim.draws ? [`${claim.draws - draws.length} of ${claim.draws} draws missing`] : []),
    ...claim.regimes
      .filter((regime) => regimes[regime]! < promised)
      .map((regime) => `regime '${regime}' exercised ${regimes[regime]} times, ${promised} promised`),
    ...claim.mutants.flatMap((id) => {
      const attacked = attacks.get(id);
      return attacked?.refuted ? [] : [`mutant ${id} ${attacked ? 'survived' : 'was not tried'}`];
    }),
  ];
  const reasons = [
    ...refuted.map((draw) => `${nameOf(draw)} refuted`),
    ...undecided.map((draw) => `${nameOf(draw)} undecided`),
    ...gaps,
  ];
  return {
    claim,
    verdict: refuted.length > 0 ? 'refuted' : reasons.length > 0 ? 'undecided' : 'supported',
    reasons,
    gaps,
    draws,
    mutants,
    replicates: draws.reduce((sum, { outcome }) => sum + outcome.replicates, 0),
    regimes,
    mayFailOn: claim.retraining === null ? 1 - (1 - CONFIDENCE) ** (1 / Math.max(draws.length, 1)) : null,
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
