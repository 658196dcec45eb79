import type { Kinds } from '../../properties/engine/evidence/combine-records.ts';
import type { SuiteContent } from '../../properties/engine/suite-content.ts';

/** What a report needs of a suite. */
export interface ReportedSuite
  extends Pick<SuiteContent, 'id' | 'statements' | 'glossary' | 'quantities' | 'codeRoots'> {
  /** Its kinds of work, by which their observations are ordered. */
  readonly kinds: Kinds;
}
