import type { ComparisonOutcome } from '../../../engine/claim.ts';
import { type Comparison, validated } from '../../../engine/decide/comparison.ts';
import { exactly } from '../../../engine/decide/exactly.ts';
import type { Range } from '../../../engine/numbers.ts';

/** A prediction has settled when it lies within this share of the zone around its limit. The rest of the zone is left for the runs. */
const SETTLED = 1 / 4;

/** When a predicted trajectory settles at its limit, and whether it has settled in the end. */
export interface Settled {
  /** The first round from which on the trajectory stays within a quarter of the zone around the limit; the last round when it does not stay. */
  readonly round: number;
  /** The last value of the trajectory, held against that quarter. */
  readonly ending: ComparisonOutcome;
}

/** Follows a predicted trajectory to its limit. */
export function settles(name: string, trajectory: readonly number[], limit: number, zone: number): Settled {
  const near = SETTLED * zone;
  const rounds = trajectory.length - 1;
  const left = trajectory.findLastIndex((value) => !(Math.abs(value - limit) <= near));
  return {
    round: Math.min(left + 1, rounds),
    ending: exactly(`prediction after ${rounds} rounds, ${name}`, limit, trajectory[rounds]!, near),
  };
}

/**
 * A limit as seen at a finite round: E X lies within ±zone of the limit. Supported when this is proven. Refuted when E X is proven to lie beyond the
 * midpoint between the value that the theory expects at that round and the edge of the zone: a mean that is only near the limit is no refutation.
 * @param expected what the exact chain predicts for the round, within the zone
 * @throws RangeError when `expected` lies outside the zone: the round is too early.
 */
export function settlesAt(name: string, limit: number, zone: number, expected: number, range: Range): Comparison {
  const side = (support: number) => ({ support, refute: (support + expected) / 2 });
  return validated({ name, expected, above: side(limit - zone), below: side(limit + zone), range });
}
