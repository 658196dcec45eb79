import type { CoverageRecord } from '../evidence/evidence.ts';
import { digestsBelow, pathOf, repositoryRoot } from '../sources/repository.ts';
import { kindDeciding, type Suite } from '../suite.ts';
import { claimOf } from '../suite-content.ts';
import { measureCoverage } from './measure.ts';

/** A suite before it is loaded. */
export interface UnloadedSuite {
  /** Address of the module whose export `suite` it is. */
  readonly module: string;
  /** Folders, from the root of the repository, whose lines are counted. */
  readonly codeRoots: readonly string[];
}

/**
 * The lines below the roots of a suite that its claims execute, claim by claim. Nothing of them must be loaded before: hence addresses and ids.
 * @param choose the ids to look at, in their order; called when the suite is loaded.
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
