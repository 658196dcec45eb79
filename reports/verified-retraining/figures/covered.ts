import type { Estimate } from '../../../properties/engine/kinds/figure-data/record.ts';

/** The share of estimates whose 95 % interval covers the value that theory gives, as a fraction of those that have one. */
export function covered(pairs: readonly (readonly [value: number | undefined, seen: Estimate])[]): number {
  const known = pairs.filter(([value]) => value !== undefined);
  return known.filter(([value, { low, high }]) => low <= value! && value! <= high).length / known.length;
}
