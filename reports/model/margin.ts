import type { ComparisonOutcome } from '../../properties/engine/claim.ts';

/**
 * How much of its margin an estimate has used: 0 at the expected value, 1 at the edge of the zone, negative on the safe side of a one-sided
 * zone. Without an expected value, as for a bare inequality, it is the share of a positive bound: estimate/upper or lower/estimate. null where
 * there is neither.
 */
export function marginUsed({ expected, estimate, zone }: ComparisonOutcome): number | null {
  if (estimate === null || zone === null) return null;
  const [low, high] = zone;
  const shares =
    expected === null
      ? [
          low !== null && low > 0 && estimate > 0 ? low / estimate : null,
          high !== null && high > 0 ? estimate / high : null,
        ]
      : zone.map((edge) => (edge === null || edge === expected ? null : (estimate - expected) / (edge - expected)));
  const known = shares.filter((share) => share !== null);
  return known.length === 0 ? null : Math.max(...known);
}
