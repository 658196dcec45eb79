import type { Suite } from '../properties/engine/suite.ts';
import type { SuiteContent } from '../properties/engine/suite-content.ts';
import { summary as verifiedRetraining } from '../properties/verified-retraining/summary.ts';
import type { SuiteReports } from '../reports/model/suite-reports.ts';

/** What is known of a suite before it is loaded: enough for help, and to check the options of a command. */
export type SuiteSummary = Pick<
  SuiteContent,
  'id' | 'title' | 'paper' | 'url' | 'module' | 'tiers' | 'options' | 'codeRoots'
>;

/** A suite, and what the reports of it show beside what every report has. */
export interface LoadedSuite {
  readonly suite: Suite;
  readonly reports: SuiteReports;
}

/** A suite that the command line can be asked for. It is loaded when it is used, and so are its reports. */
export interface ListedSuite extends SuiteSummary {
  load(): Promise<Suite>;
  loadReports(): Promise<SuiteReports>;
}

/** Loads a suite and its reports. */
export async function loadAll(listed: ListedSuite): Promise<LoadedSuite> {
  const [suite, reports] = await Promise.all([listed.load(), listed.loadReports()]);
  return { suite, reports };
}

/** The suites that a command may be about, and the one that it is about. */
export interface Suites {
  readonly all: readonly ListedSuite[];
  readonly chosen: ListedSuite;
}

/** The suites that come with claimcheck. The first is the default. */
export const suites: readonly ListedSuite[] = [
  {
    ...verifiedRetraining,
    load: async () => (await import('../properties/verified-retraining/suite.ts')).suite,
    loadReports: async () => (await import('../reports/verified-retraining/index.ts')).verifiedRetrainingReports,
  },
];
