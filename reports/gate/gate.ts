import type { Report } from '../model/report.ts';
import type { Change, Compared } from './change.ts';
import { compareClaims, compareStrata } from './claims.ts';
import { refuseUnlike, unlikeness } from './comparable.ts';
import { compareEffects } from './effects.ts';
import { compareMutants } from './mutants.ts';
import { compareStatements } from './statements.ts';

/** What is worse, and what is better, in a report than in its baseline. */
export interface Gate {
  /** Where it is empty, the gate is open. */
  readonly regressions: readonly Change[];
  readonly gains: readonly Change[];
  /** How many things of the baseline were compared, by what they are. */
  readonly compared: Readonly<Record<'claims' | 'mutants' | 'statements' | 'strata' | 'effects', number>>;
  /** What differs between the runs without being better or worse, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * Compares a report with its baseline.
 * @throws DataError when they cannot be compared: they are of other suites, tiers or data.
 */
export function compareReports(baseline: Report, report: Report): Gate {
  refuseUnlike(baseline, report);
  const compared = {
    claims: compareClaims(baseline, report),
    mutants: compareMutants(baseline, report),
    statements: compareStatements(baseline, report),
    strata: compareStrata(baseline, report),
    effects: compareEffects(baseline, report),
  };
  const all: readonly Compared[] = Object.values(compared);
  const { claims, mutants, statements, strata, effects } = compared;
  return {
    regressions: all.flatMap(({ regressions }) => regressions),
    gains: all.flatMap(({ gains }) => gains),
    compared: {
      claims: claims.count,
      mutants: mutants.count,
      statements: statements.count,
      strata: strata.count,
      effects: effects.count,
    },
    notes: unlikeness(baseline, report),
  };
}
