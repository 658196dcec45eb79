import type { Standing, Verdict } from '../claim.ts';
import type { ClaimDescription, RunRecord } from '../evidence/evidence.ts';
import type { Part } from '../kinds/kind-of-work.ts';

/**
 * The part of a run that a shard does: its claims, each with the settings and mutants that the shard decides. A claim
 * of which only some drawn settings are decided here promises no strata: which strata are exercised shows when all
 * settings are there. Each fixed setting has a stratum of its own.
 */
export function runOfShard(run: RunRecord, parts: readonly Part[]): RunRecord {
  const { shards: _, ...rest } = run;
  const claims = run.claims.flatMap((claim) => {
    const own = parts.filter((part) => part.claim === claim.id);
    return own.length === 0 ? [] : [partOf(claim, own)];
  });
  const used = new Set(claims.flatMap(({ mutants }) => mutants));
  return { ...rest, claims, mutants: run.mutants.filter(({ id }) => used.has(id)) };
}

function partOf(claim: ClaimDescription, parts: readonly Part[]): ClaimDescription {
  const mutants = new Set(parts.flatMap(({ mutant }) => mutant ?? []));
  const ranges = parts.flatMap((part) => (part.settings === undefined ? [] : [part.settings]));
  const settings = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  const isHere = (index: number) => ranges.some(([from, to]) => from <= index && index < to);
  const fixed = claim.drawn ? [] : claim.strata.filter((_, index) => isHere(index));
  return {
    ...claim,
    settings,
    strata: settings === claim.settings ? claim.strata : fixed,
    mutants: claim.mutants.filter((id) => mutants.has(id)),
  };
}

/** Whether a shard decides the whole of a claim. */
export function isWholeIn(here: RunRecord, whole: RunRecord, id: string): boolean {
  const [part, claim] = [here, whole].map(({ claims }) => claims.find((each) => each.id === id));
  return part?.settings === claim?.settings && part?.mutants.length === claim?.mutants.length;
}

/** What a shard can say of a claim, given the verdict of its part. */
export function standingIn(here: RunRecord, whole: RunRecord, id: string, verdict: Verdict): Standing {
  return verdict === 'supported' && !isWholeIn(here, whole, id) ? 'in part' : verdict;
}
