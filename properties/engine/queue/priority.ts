import type { Rank } from '../kinds/kind-of-work.ts';

/** The places of a rank that count, most significant first: the least value of each, and how many values it takes. Together 2²¹, all that BullMQ has. */
const PLACES = [
  // What comes first: replicated runs, drawn settings, data of figures.
  { least: 0, values: 2 ** 2 },
  // Of replicated runs the replicate; of all else the place in the plan.
  { least: 0, values: 2 ** 12 },
  // Of replicated runs the rounds, negative, the longest first.
  { least: -(2 ** 6), values: 2 ** 7 },
] as const;

/**
 * The priority in BullMQ of work of a rank, from 1, the first, to 2²¹. Workers of all machines take the lowest first, of equals the first
 * submitted. What is beyond the values of a place is equal in that place.
 */
export function priorityOf(rank: Rank): number {
  const place = PLACES.reduce((sum, { least, values }, index) => {
    const value = Math.min(Math.max((rank[index] ?? least) - least, 0), values - 1);
    return sum * values + value;
  }, 0);
  // 0 is BullMQ's word for none.
  return 1 + place;
}
