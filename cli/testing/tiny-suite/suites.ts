import type { ListedSuite } from '../../suites.ts';
import { summary } from './summary.ts';

/** The suites of this folder's command line and of its tests. */
export const suites: readonly ListedSuite[] = [
  {
    ...summary,
    load: async () => (await import('./suite.ts')).suite,
    loadReports: async () => (await import('./reports.ts')).reports,
  },
];
