import type { ComparisonOutcome } from '../../properties/engine/claim.ts';
import type { ClaimReport } from '../model/claims.ts';
import type { Report } from '../model/report.ts';
import { interval, short } from '../wording/numbers.ts';
import type { Change, Compared } from './change.ts';
import { hasMoved } from './moved.ts';

/** A quantity with an uncertainty that a claim was decided on. */
interface Effect {
  /** Two reports have the same quantity under the same key. */
  readonly key: string;
  readonly name: string;
  readonly estimate: number | null;
  readonly interval: readonly [low: number, high: number];
  /** Number of settings from which the one that is shown was chosen. */
  readonly chosenFrom: number;
}

/**
 * Compares the effects that both reports have. Those of a replicated claim are compared on each population, if both runs worked on the same
 * data. Those of another claim are compared at the setting that its report shows, if both reports show the same one, as for fixed settings or
 * runs of one seed. An exact effect has no uncertainty to move by: its verdict says what changed.
 */
export function compareEffects(baseline: Report, report: Report): Compared {
  const comparable = sameData(baseline, report);
  const after = new Map(report.claims.flatMap((claim) => effectsOf(claim, comparable)).map((each) => [each.key, each]));
  const pairs = baseline.claims
    .flatMap((claim) => effectsOf(claim, comparable))
    .flatMap((old) => {
      const now = after.get(old.key);
      return now === undefined ? [] : [{ old, now }];
    });
  const chosenFrom = pairs.reduce((sum, { old, now }) => sum + Math.max(old.chosenFrom, now.chosenFrom), 0);
  const regressions = pairs
    .filter(({ old, now }) => hasMoved(old.interval, now.interval, chosenFrom))
    .map(({ old, now }): Change => ({ of: 'effect', name: old.name, old: textOf(old), new: textOf(now) }));
  return { count: pairs.length, regressions, gains: [] };
}

/** Whether the replicated runs of both reports worked on the same data. */
export function sameData(baseline: Report, report: Report): boolean {
  const digests = ({ backend }: Report) => (backend?.data ?? []).map(({ id, digest }) => `${id} ${digest}`).join();
  return digests(baseline) === digests(report);
}

function effectsOf({ id, replication, comparisons }: ClaimReport, comparable: boolean): Effect[] {
  if (replication === null) {
    return comparisons.flatMap((each) =>
      effectOf(each, [id, each.name, each.settingDigest], `${id}, setting ${each.index}: ${each.name}`, each.settings),
    );
  }
  return (comparable ? replication.populations : []).flatMap(({ name, comparisons }) =>
    comparisons.flatMap((each) => effectOf(each, [id, each.name, name], `${id}, ${name}: ${each.name}`, 1)),
  );
}

function effectOf(
  { estimate, interval }: Pick<ComparisonOutcome, 'estimate' | 'interval'>,
  key: readonly string[],
  name: string,
  chosenFrom: number,
): Effect[] {
  const [low, high] = interval ?? [null, null];
  if (low === null || high === null) return [];
  return [{ key: JSON.stringify(key), name, estimate, interval: [low, high], chosenFrom }];
}

function textOf({ estimate, interval: ends }: Effect): string {
  return `${short(estimate)} ${interval(ends)}`;
}
