import type { EvidenceRecord } from '../properties/evidence.ts';
import { contactSheets, drawContactSheet } from './contact-sheets.ts';
import { evidenceLines, reportJson } from './json.ts';
import { reportMarkdown } from './markdown.ts';
import type { Report } from './report.ts';
import type { Outputs } from './write.ts';

/** Every file of a run by its name: the evidence, and the report in each of its forms. */
export function outputsOf(report: Report, records: readonly EvidenceRecord[]): Outputs {
  const sheets = contactSheets(records).map((sheet) => [sheet.file, drawContactSheet(sheet)] as const);
  return {
    'evidence.jsonl': evidenceLines(records),
    'report.json': reportJson(report),
    'report.md': reportMarkdown(report),
    ...Object.fromEntries(sheets),
  };
}
