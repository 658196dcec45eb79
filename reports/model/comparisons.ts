import { createHash } from 'node:crypto';
import { canonicalJson } from '../../properties/engine/canonical-json.ts';
import type { ComparisonOutcome, Verdict } from '../../properties/engine/claim.ts';
import type { DrawRecord } from '../../properties/engine/evidence/evidence.ts';
import { marginUsed } from './margin.ts';

/** Of all draws that made a comparison, the one that came closest to its margin. */
export interface ComparisonSummary extends Omit<ComparisonOutcome, 'trace'> {
  /** The draw that is shown. */
  readonly draw: number;
  /** SHA-256, hex, of its setting as canonical JSON: runs whose settings have one digest compared the same thing. */
  readonly settingDigest: string;
  /** Draws that made the comparison. */
  readonly draws: number;
  /** See margin.ts; 1 is the edge of the zone. */
  readonly marginUsed: number | null;
}

const severity: Readonly<Record<Verdict, number>> = { refuted: 2, undecided: 1, supported: 0 };

/** What tells how much a comparison says. */
type Weight = Pick<ComparisonSummary, 'verdict' | 'marginUsed'>;

/** A comparison of a draw, the most telling of its name so far. */
type Shown = Weight & { readonly comparison: ComparisonOutcome; readonly draw: number; readonly setting: unknown };

/** The comparisons of a claim by name, in the order in which its draws first made them. */
export function summarizeComparisons(draws: readonly DrawRecord[]): ComparisonSummary[] {
  const byName = new Map<string, { shown: Shown; draws: number }>();
  for (const { draw, setting, outcome } of draws) {
    for (const comparison of outcome.comparisons) {
      const here = { comparison, draw, setting, verdict: comparison.verdict, marginUsed: marginUsed(comparison) };
      const seen = byName.get(comparison.name);
      if (seen === undefined) byName.set(comparison.name, { shown: here, draws: 1 });
      else {
        seen.draws += 1;
        if (moreTelling(here, seen.shown)) seen.shown = here;
      }
    }
  }
  // A digest each of the settings that are shown, not of all.
  return [...byName.values()].map(({ shown: { comparison, draw, setting, marginUsed }, draws }) => {
    const { trace: _, ...rest } = comparison;
    return { ...rest, draw, draws, marginUsed, settingDigest: digest(setting) };
  });
}

function digest(setting: unknown): string {
  // In brackets, because the JSON of an absent setting is no text.
  return createHash('sha256')
    .update(canonicalJson([setting]))
    .digest('hex');
}

/** The comparison that says most about a claim: a refuted one before an undecided one, then the closest to its margin. */
export function mostTelling<T extends ComparisonSummary>(comparisons: readonly T[]): T | null {
  return comparisons.reduce<T | null>((best, each) => (best === null || moreTelling(each, best) ? each : best), null);
}

function moreTelling(a: Weight, b: Weight): boolean {
  if (a.verdict !== b.verdict) return severity[a.verdict] > severity[b.verdict];
  return (a.marginUsed ?? Number.NEGATIVE_INFINITY) > (b.marginUsed ?? Number.NEGATIVE_INFINITY);
}
