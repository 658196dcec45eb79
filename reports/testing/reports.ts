import { encode } from 'fast-png';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import type { Sources } from '../coverage/stale.ts';
import { buildReport } from '../model/build-report.ts';
import type { Report } from '../model/report.ts';
import type { ReportedSuite } from '../model/reported-suite.ts';
import { plainReports, type SuiteReports } from '../model/suite-reports.ts';
import { exampleEvidence } from './evidence.ts';
import { replicatedEvidence } from './replicated.ts';
import { exampleSuite } from './suite.ts';

/** Width of the attached picture of the example, in pixels. */
export const ATTACHED_WIDTH = 431;

/** What the example's reports show beside what every report shows: a picture where there are curves. */
export const exampleReports: SuiteReports = {
  ...plainReports,
  logarithmicQuantities: ['noise'],
  attachments: (records) =>
    records.some(({ type }) => type === 'observation')
      ? [{ file: 'observed.png', caption: 'What was observed.', draw: attachedPicture }]
      : [],
};

function attachedPicture(): Uint8Array {
  const [width, height] = [ATTACHED_WIDTH, 9];
  return encode({ width, height, data: new Uint8Array(width * height), depth: 8, channels: 1 });
}

/** The report of some evidence of the example suite, with some of the suite replaced. */
export function reportOf(
  evidence: readonly EvidenceRecord[],
  { sources, ...suite }: Partial<ReportedSuite> & { readonly sources?: Sources } = {},
): Report {
  return buildReport(
    evidence,
    { ...exampleSuite, ...suite },
    { reports: exampleReports, ...(sources === undefined ? {} : { sources }) },
  );
}

type Replace = (record: EvidenceRecord) => EvidenceRecord | readonly EvidenceRecord[];

/** A report of claims that draw their settings; some of its records may be replaced. */
export const exampleReport = (replace: Replace = (record) => record): Report =>
  reportOf(exampleEvidence.flatMap(replace));

/** A report of a replicated claim, on two populations; some of its records may be replaced. */
export const replicatedReport = (replace: Replace = (record) => record): Report =>
  reportOf(replicatedEvidence.flatMap(replace));
