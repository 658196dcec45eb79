import type { CoverageRecord } from '../evidence/evidence.ts';
import { sourceDigests, suiteRoot } from '../source-digest.ts';
import { measureCoverage } from './measure.ts';

/** What loads all that verifies claims. */
const ENTRIES = [
  'properties/verified-retraining/claims/index.ts',
  'properties/engine/kinds/drawn-settings/verify.ts',
  'properties/verified-retraining/vae/paper-laboratory.ts',
];

/**
 * The lines of theory/ and sim/ that claims execute, claim by claim. Nothing of them must be loaded before: hence ids, not claims.
 * @param choose the ids to look at, in their order; called when the claims are loaded.
 */
export function suiteCoverage(
  choose: () => Promise<readonly string[]>,
  onMeasured?: (claim: string, place: number, all: number) => void,
): Promise<CoverageRecord[]> {
  return measureCoverage({
    root: suiteRoot,
    entries: ENTRIES,
    counts: (file) => /^(theory|sim)\//.test(file),
    sources: sourceDigests(),
    exercises: async () => {
      const [{ exerciseOf }, { claimById }] = await Promise.all([
        import('./exercises.ts'),
        import('../../verified-retraining/claims/index.ts'),
      ]);
      return (await choose()).map((id) => exerciseOf(claimById(id)));
    },
    ...(onMeasured === undefined ? {} : { onMeasured }),
  });
}
