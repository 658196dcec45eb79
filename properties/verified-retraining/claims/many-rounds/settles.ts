import type { ComparisonOutcome } from '../../../engine/claim.ts';
import { type Comparison, validated } from '../../../engine/decide/comparison.ts';
import type { Range } from '../../../engine/numbers.ts';
import { exactly } from '../../../engine/decide/exactly.ts';

/** A prediction counts as settled within this share of the zone around its limit; the rest is left for the runs. */
const SETTLED = 1 / 4;

/** When a predicted trajectory has settled at its limit, and whether it does. */
export interface Settled {
  /** The first round from which on it stays within a quarter of the zone around the limit; the last round when it does not. */
  readonly round: number;
  /** Its last value held against that quarter. */
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
 * A limit seen from a finite round: E X is within ±zone of the limit. Supported when proven so, refuted when proven farther than the midpoint
 * between the value that the theory expects by then and the edge of the zone: to be off the limit itself by a little is no refutation.
 * @param expected what the exact chain predicts for the round, within the zone
 * @throws RangeError when it is not: the round is too early.
 */
export function settlesAt(name: string, limit: number, zone: number, expected: number, range: Range): Comparison {
  const side = (support: number) => ({ support, refute: (support + expected) / 2 });
  return validated({ name, expected, above: side(limit - zone), below: side(limit + zone), range });
}
