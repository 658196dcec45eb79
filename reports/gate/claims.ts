import type { ClaimReport } from '../model/claims.ts';
import type { Report } from '../model/report.ts';
import { counted } from '../wording/numbers.ts';
import type { Change, Compared } from './change.ts';

/** Compares claims. A claim that is no longer supported, or gone, is a regression; one that is newly supported is a gain. */
export function compareClaims(baseline: Report, report: Report): Compared {
  const [before, after] = [byId(baseline.claims), byId(report.claims)];
  const worse = (old: ClaimReport): Change[] => {
    const now = after.get(old.id);
    if (old.verdict !== 'supported' || now?.verdict === 'supported') return [];
    return [{ of: 'claim', name: old.id, old: 'supported', new: now ? verdictText(now) : absence(old.id, report) }];
  };
  const better = (now: ClaimReport): Change[] => {
    const old = before.get(now.id);
    if (now.verdict !== 'supported' || old?.verdict === 'supported') return [];
    return [{ of: 'claim', name: now.id, old: old ? verdictText(old) : absence(now.id, baseline), new: 'supported' }];
  };
  return {
    count: before.size,
    regressions: baseline.claims.flatMap(worse),
    gains: report.claims.flatMap(better),
  };
}

/**
 * Compares strata. A stratum in which settings of the baseline lie, and none of the report, is a regression. A claim that is gone counts as a
 * claim, and not as its strata.
 */
export function compareStrata(baseline: Report, report: Report): Compared {
  const after = byId(report.claims);
  const exercised = baseline.claims.flatMap(({ id, strata }) =>
    Object.entries(strata).flatMap(([stratum, settings]) => (settings > 0 ? [{ id, stratum, settings }] : [])),
  );
  const regressions = exercised.flatMap(({ id, stratum, settings }): Change[] => {
    const claim = after.get(id);
    const now = claim?.strata[stratum];
    if (claim === undefined || (now ?? 0) > 0) return [];
    const unseen = now === undefined ? 'not in its domain' : 'not exercised';
    return [{ of: 'stratum', name: `${id}: ${stratum}`, old: counted(settings, 'setting'), new: unseen }];
  });
  return { count: exercised.length, regressions, gains: [] };
}

function verdictText({ verdict, reasons }: ClaimReport): string {
  const [first] = reasons;
  return first === undefined ? verdict : `${verdict}: ${first}`;
}

function absence(id: string, { leftOut }: Report): string {
  return leftOut.some(({ claim }) => claim === id) ? 'left out' : 'not there';
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}
