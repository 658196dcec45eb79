import type { MutantOutcome } from '../model/claims.ts';
import type { Report } from '../model/report.ts';
import { counted } from '../wording/numbers.ts';
import type { Change, Compared } from './change.ts';

/**
 * Compares mutants, claim by claim. A mutant that the claim killed is a regression if it survives now, or if the claim is no longer held
 * against it and no other claim kills it. A claim that is gone counts as a claim, and not as its mutants.
 */
export function compareMutants(baseline: Report, report: Report): Compared {
  const [before, after] = [outcomesOf(baseline), outcomesOf(report)];
  const claims = new Set(report.claims.map(({ id }) => id));
  const killedNow = new Set([...after.values()].filter(({ killed }) => killed).map(({ mutant }) => mutant));
  const killed = [...before].filter(([, outcome]) => outcome.killed);
  const regressions = killed.flatMap(([name, old]): Change[] => {
    const now = after.get(name);
    const lost = now === undefined ? claims.has(old.claim) && !killedNow.has(old.mutant) : !now.killed;
    return lost ? [{ of: 'mutant', name, old: killText(old), new: now ? killText(now) : 'not held against it' }] : [];
  });
  const gains = [...after].flatMap(([name, now]): Change[] => {
    const old = before.get(name);
    return now.killed && old?.killed === false ? [{ of: 'mutant', name, old: killText(old), new: killText(now) }] : [];
  });
  return { count: killed.length, regressions, gains };
}

type OutcomeOfClaim = MutantOutcome & { readonly claim: string };

function outcomesOf({ claims }: Report): Map<string, OutcomeOfClaim> {
  return new Map(
    claims.flatMap(({ id, mutants }) =>
      mutants.map((outcome) => [`${outcome.mutant} against ${id}`, { ...outcome, claim: id }]),
    ),
  );
}

function killText({ killed, index }: MutantOutcome): string {
  if (killed) return `killed on setting ${index}`;
  return index === null ? 'not tried' : `survived ${counted(index, 'setting')}`;
}
