import type { ListedSuite } from '../../suites.ts';
import { summary } from './summary.ts';

/** The suites of this folder's command line and of its tests. */
export const suites: readonly ListedSuite[] = [
  {
    ...summary,
    async load() {
      const [{ suite }, { reports }] = await Promise.all([import('./suite.ts'), import('./reports.ts')]);
      return { suite, reports };
    },
  },
];
