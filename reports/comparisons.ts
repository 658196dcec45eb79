import type { ComparisonOutcome, Verdict } from '../properties/claim.ts';
import type { DrawRecord } from '../properties/evidence.ts';
import { marginUsed } from './margin.ts';

/** Of all draws that made a comparison, the one that came closest to its margin. */
export interface ComparisonSummary extends Omit<ComparisonOutcome, 'trace'> {
  /** The draw that is shown. */
  readonly draw: number;
  /** Draws that made the comparison. */
  readonly draws: number;
  /** See margin.ts; 1 is the edge of the zone. */
  readonly marginUsed: number | null;
}

const severity: Readonly<Record<Verdict, number>> = { refuted: 2, undecided: 1, supported: 0 };

/** What tells how much a comparison says. */
type Weight = Pick<ComparisonSummary, 'verdict' | 'marginUsed'>;

/** The comparisons of a claim by name, in the order in which its draws first made them. */
export function summarizeComparisons(draws: readonly DrawRecord[]): ComparisonSummary[] {
  const byName = new Map<string, { shown: Weight & { comparison: ComparisonOutcome; draw: number }; draws: number }>();
  for (const { draw, outcome } of draws) {
    for (const comparison of outcome.comparisons) {
      const here = { comparison, draw, verdict: comparison.verdict, marginUsed: marginUsed(comparison) };
      const seen = byName.get(comparison.name);
      if (seen === undefined) byName.set(comparison.name, { shown: here, draws: 1 });
      else {
        seen.draws += 1;
        if (moreTelling(here, seen.shown)) seen.shown = here;
      }
    }
  }
  return [...byName.values()].map(({ shown: { comparison, draw, marginUsed }, draws }) => {
    const { trace: _, ...rest } = comparison;
    return { ...rest, draw, draws, marginUsed };
  });
}

/** The comparison that says most about a claim: a refuted one before an undecided one, then the closest to its margin. */
export function mostTelling<T extends ComparisonSummary>(comparisons: readonly T[]): T | null {
  return comparisons.reduce<T | null>((best, each) => (best === null || moreTelling(each, best) ? each : best), null);
}

function moreTelling(a: Weight, b: Weight): boolean {
  if (a.verdict !== b.verdict) return severity[a.verdict] > severity[b.verdict];
  return (a.marginUsed ?? Number.NEGATIVE_INFINITY) > (b.marginUsed ?? Number.NEGATIVE_INFINITY);
}
