import type { Suite } from '../properties/engine/suite.ts';
import type { SuiteContent } from '../properties/engine/suite-content.ts';
import { summary as verifiedRetraining } from '../properties/verified-retraining/summary.ts';
import type { SuiteReports } from '../reports/model/suite-reports.ts';

/** What is known of a suite before it is loaded: all that the command line needs to say what may be asked of it. */
export type SuiteSummary = Pick<
  SuiteContent,
  'id' | 'title' | 'paper' | 'url' | 'module' | 'tiers' | 'options' | 'codeRoots'
>;

/** A suite, and what the reports of it show beside what every report has. */
export interface LoadedSuite {
  readonly suite: Suite;
  readonly reports: SuiteReports;
}

/** A suite that the command line can be asked for. It is loaded when it is used. */
export interface ListedSuite extends SuiteSummary {
  load(): Promise<LoadedSuite>;
}

/** The suites that commands may be about, and the one that is. */
export interface Suites {
  readonly all: readonly ListedSuite[];
  readonly chosen: ListedSuite;
}

/** The suites that come with claimcheck. The first is the default. */
export const suites: readonly ListedSuite[] = [
  {
    ...verifiedRetraining,
    async load() {
      const { suite } = await import('../properties/verified-retraining/suite.ts');
      const { verifiedRetrainingReports: reports } = await import('../reports/verified-retraining/index.ts');
      return { suite, reports };
    },
  },
];
