import { createHash } from 'node:crypto';
import { canonicalJson } from '../../properties/engine/canonical-json.ts';
import type { ComparisonOutcome, Verdict } from '../../properties/engine/claim.ts';
import type { DecisionRecord } from '../../properties/engine/evidence/evidence.ts';
import { marginUsed } from './margin.ts';

/** A comparison of a claim, on the setting where it came closest to its margin. */
export interface ComparisonSummary extends Omit<ComparisonOutcome, 'trace'> {
  /** The index of the setting that is shown. */
  readonly index: number;
  /** SHA-256, hex, of that setting as canonical JSON: runs whose settings have one digest compared the same thing. */
  readonly settingDigest: string;
  /** Settings on which the comparison was made. */
  readonly settings: number;
  /** See margin.ts; 1 is the edge of the zone. */
  readonly marginUsed: number | null;
}

const severity: Readonly<Record<Verdict, number>> = { refuted: 2, undecided: 1, supported: 0 };

/** What decides how much a comparison says. */
type Weight = Pick<ComparisonSummary, 'verdict' | 'marginUsed'>;

/** A comparison on a setting: the most telling one of its name so far. */
type Shown = Weight & { readonly comparison: ComparisonOutcome; readonly index: number; readonly setting: unknown };

/** The comparisons of a claim by name, in the order in which its decisions first made them. */
export function summarizeComparisons(decisions: readonly DecisionRecord[]): ComparisonSummary[] {
  const byName = new Map<string, { shown: Shown; settings: number }>();
  for (const { index, setting, outcome } of decisions) {
    for (const comparison of outcome.comparisons) {
      const here = { comparison, index, setting, verdict: comparison.verdict, marginUsed: marginUsed(comparison) };
      const seen = byName.get(comparison.name);
      if (seen === undefined) byName.set(comparison.name, { shown: here, settings: 1 });
      else {
        seen.settings += 1;
        if (moreTelling(here, seen.shown)) seen.shown = here;
      }
    }
  }
  // A digest for each setting that is shown, not for all of them.
  return [...byName.values()].map(({ shown: { comparison, index, setting, marginUsed }, settings }) => {
    const { trace: _, ...rest } = comparison;
    return { ...rest, index, settings, marginUsed, settingDigest: digest(setting) };
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
