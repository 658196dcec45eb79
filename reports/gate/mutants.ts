import type { AttackReport } from '../model/claims.ts';
import type { Report } from '../model/report.ts';
import { counted } from '../wording/numbers.ts';
import type { Change, Compared } from './change.ts';

/**
 * Wrong worlds, claim by claim: a regression is one that the claim refuted and that survives now, or that no claim refutes any more. One that
 * the claim is no longer held against, though another claim refutes it, is none; nor is one of a claim that is gone, which counts as a claim.
 */
export function compareMutants(baseline: Report, report: Report): Compared {
  const [before, after] = [attacksOf(baseline), attacksOf(report)];
  const claims = new Set(report.claims.map(({ id }) => id));
  const refuted = new Set([...after.values()].filter(({ killed }) => killed).map(({ mutant }) => mutant));
  const killed = [...before].filter(([, attack]) => attack.killed);
  const regressions = killed.flatMap(([name, old]): Change[] => {
    const now = after.get(name);
    const lost = now === undefined ? claims.has(old.claim) && !refuted.has(old.mutant) : !now.killed;
    return lost ? [{ of: 'mutant', name, old: killText(old), new: now ? killText(now) : 'not held against it' }] : [];
  });
  const gains = [...after].flatMap(([name, now]): Change[] => {
    const old = before.get(name);
    return now.killed && old?.killed === false ? [{ of: 'mutant', name, old: killText(old), new: killText(now) }] : [];
  });
  return { count: killed.length, regressions, gains };
}

type Attack = AttackReport & { readonly claim: string };

function attacksOf({ claims }: Report): Map<string, Attack> {
  return new Map(
    claims.flatMap(({ id, mutants }) =>
      mutants.map((attack) => [`${attack.mutant} against ${id}`, { ...attack, claim: id }]),
    ),
  );
}

function killText({ killed, draw }: AttackReport): string {
  if (killed) return `refuted in draw ${draw}`;
  return draw === null ? 'not tried' : `survived ${counted(draw, 'draw')}`;
}
