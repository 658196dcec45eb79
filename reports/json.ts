import type { EvidenceRecord } from '../properties/evidence.ts';
import type { Report } from './report.ts';

/** report.json: the report as it is, numbers unrounded. */
export function reportJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** evidence.jsonl: one record a line, the run record first. */
export function evidenceLines(records: readonly EvidenceRecord[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
