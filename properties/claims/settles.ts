import { type Comparison, validated } from '../decide/comparison.ts';

/** A prediction counts as settled within this share of the zone around its limit; the rest is left for the runs. */
const SETTLED = 1 / 4;

/**
 * The first round from which on a predicted trajectory stays within a quarter of the zone around its limit.
 * @throws RangeError when its last value does not: the domain draws settings that need more rounds.
 */
export function settledRound(trajectory: readonly number[], limit: number, zone: number): number {
  const round = 1 + trajectory.findLastIndex((value) => !(Math.abs(value - limit) <= SETTLED * zone));
  if (round === trajectory.length) {
    throw new RangeError(
      `after ${round - 1} rounds the prediction ${trajectory.at(-1)} has not settled at ${limit} ± ${zone}`,
    );
  }
  return round;
}

/**
 * A limit seen from a finite round: E X is within ±zone of the limit. Supported when proven so, refuted when proven farther than the midpoint
 * between the value that the theory expects by then and the edge of the zone: to be off the limit itself by a little is no refutation.
 * @param expected what the exact chain predicts for the round, within the zone
 * @throws RangeError when it is not: the round is too early.
 */
export function settlesAt(
  name: string,
  limit: number,
  zone: number,
  expected: number,
  range: readonly [number, number],
): Comparison {
  const side = (support: number) => ({ support, refute: (support + expected) / 2 });
  return validated({ name, expected, above: side(limit - zone), below: side(limit + zone), range });
}
