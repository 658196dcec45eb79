import type { ComparisonOutcome } from '../../properties/engine/claim.ts';
import type { ClaimReport } from '../model/claims.ts';
import type { Report } from '../model/report.ts';
import { interval, short } from '../wording/numbers.ts';
import type { Change, Compared } from './change.ts';
import { hasMoved } from './moved.ts';

/** A quantity with an uncertainty that a claim was decided on. */
interface Effect {
  /** What it is of: with the same key in two reports it is the same quantity. */
  readonly key: string;
  readonly name: string;
  readonly estimate: number | null;
  readonly interval: readonly [low: number, high: number];
  /** Of how many draws it is the one that is shown. */
  readonly chosenFrom: number;
}

/**
 * Effects that both reports have: of a claim about retrained generators on each population, where both used the same digits; of any other
 * claim at the setting that its report shows, where that is one and the same, as for a pinned counterexample or runs of one seed. What is
 * exact has no uncertainty to move by: its verdict says what changed.
 */
export function compareEffects(baseline: Report, report: Report): Compared {
  const digits = sameDigits(baseline, report);
  const after = new Map(report.claims.flatMap((claim) => effectsOf(claim, digits)).map((each) => [each.key, each]));
  const pairs = baseline.claims
    .flatMap((claim) => effectsOf(claim, digits))
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

/** Whether retrained generators of both reports saw the same images. */
export function sameDigits(baseline: Report, report: Report): boolean {
  const digests = ({ digits }: Report) => digits.map(({ kind, digest }) => `${kind} ${digest}`).join();
  return digests(baseline) === digests(report);
}

function effectsOf({ id, retraining, comparisons }: ClaimReport, digits: boolean): Effect[] {
  if (retraining === null) {
    return comparisons.flatMap((each) =>
      effectOf(each, [id, each.name, each.settingDigest], `${id}, draw ${each.draw}: ${each.name}`, each.draws),
    );
  }
  return (digits ? retraining.populations : []).flatMap(({ name, comparisons }) =>
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
