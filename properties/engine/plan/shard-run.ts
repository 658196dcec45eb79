import type { Standing, Verdict } from '../claim.ts';
import type { ClaimDescription, RunRecord } from '../evidence/evidence.ts';
import type { RunPlan } from './run-plan.ts';

/**
 * A run as a shard of it sees it: the claims that it has parts of, with the draws and mutants that it decides and no others. Which regimes are
 * exercised shows when all draws are there: a claim that draws only some of its settings here promises none. Those of a retraining claim are its draws.
 */
export function runOfShard(run: RunRecord, { tasks, decisions }: Pick<RunPlan, 'tasks' | 'decisions'>): RunRecord {
  const { shards: _, ...rest } = run;
  const parts = [...tasks, ...decisions];
  const claims = run.claims.flatMap((claim) => {
    const own = parts.filter((part) => part.claim === claim.id);
    return own.length === 0 ? [] : [partOf(claim, own)];
  });
  const used = new Set(claims.flatMap(({ mutants }) => mutants));
  return { ...rest, claims, mutants: run.mutants.filter(({ id }) => used.has(id)) };
}

function partOf(
  claim: ClaimDescription,
  parts: readonly (RunPlan['tasks'] | RunPlan['decisions'])[number][],
): ClaimDescription {
  const mutants = new Set(parts.flatMap((part) => ('mutant' in part ? [part.mutant] : [])));
  const settings = new Set(parts.flatMap((part) => ('draw' in part ? [part.draw] : [])));
  const drawn = parts.reduce((sum, part) => ('draws' in part ? sum + part.draws[1] - part.draws[0] : sum), 0);
  const draws = drawn + settings.size;
  return {
    ...claim,
    draws,
    regimes: draws === claim.draws ? claim.regimes : claim.regimes.filter((_, place) => settings.has(place)),
    mutants: claim.mutants.filter((id) => mutants.has(id)),
  };
}

/** Whether a shard decides all of a claim that it has part of. */
export function isWholeIn(here: RunRecord, whole: RunRecord, id: string): boolean {
  const [part, claim] = [here, whole].map(({ claims }) => claims.find((each) => each.id === id));
  return part?.draws === claim?.draws && part?.mutants.length === claim?.mutants.length;
}

/** What a shard can say of a claim whose part in it came to a verdict. */
export function standingIn(here: RunRecord, whole: RunRecord, id: string, verdict: Verdict): Standing {
  return verdict === 'supported' && !isWholeIn(here, whole, id) ? 'in part' : verdict;
}
