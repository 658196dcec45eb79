import type { CoverageRecord } from '../evidence/evidence.ts';
import { digestsBelow, pathOf, repositoryRoot } from '../sources/repository.ts';
import { kindDeciding, type Suite } from '../suite.ts';
import { claimOf } from '../suite-content.ts';
import { measureCoverage } from './measure.ts';

/** A suite before it is loaded. */
export interface UnloadedSuite {
  /** Address of the module that exports it as `suite`. */
  readonly module: string;
  /** Folders, from the root of the repository, whose lines are counted. */
  readonly codeRoots: readonly string[];
}

/**
 * The lines that the claims of a suite execute, claim by claim, in files below the suite's roots. None of these files may be loaded before the call:
 * the suite is given by its address.
 * @param choose gives the ids of the claims to measure, in their order; called when the suite is loaded.
 */
export function suiteCoverage(
  { module, codeRoots }: UnloadedSuite,
  choose: (suite: Suite) => Promise<readonly string[]>,
  onMeasured?: (claim: string, place: number, all: number) => void,
): Promise<CoverageRecord[]> {
  return measureCoverage({
    root: repositoryRoot,
    entries: [pathOf(module)],
    counts: (file) => codeRoots.some((root) => file.startsWith(`${root}/`)),
    sources: digestsBelow(codeRoots),
    exercises: async () => {
      const { suite }: { readonly suite: Suite } = await import(module);
      return (await choose(suite)).map((id) => {
        const claim = claimOf(suite, id);
        return { claim: id, run: () => kindDeciding(suite, claim).exercise(claim, suite) };
      });
    },
    ...(onMeasured === undefined ? {} : { onMeasured }),
  });
}
