import type { EvidenceRecord } from '../properties/engine/evidence/evidence.ts';
import { figuresOf } from './figures/index.ts';
import { evidenceLines, reportJson } from './json.ts';
import { junitXml } from './junit/junit.ts';
import { reportMarkdown } from './markdown/markdown.ts';
import type { Report } from './model/report.ts';
import { sourcesFrom } from './model/sources-from.ts';
import { contactSheets } from './verified-retraining/contact-sheets/contact-sheets.ts';
import { drawContactSheet } from './verified-retraining/contact-sheets/draw-contact-sheet.ts';
import type { Outputs } from './write.ts';

/** Every file of a run by its name: the evidence, and the report in each of its forms. `directory` is where they will lie. */
export async function outputsOf(
  report: Report,
  records: readonly EvidenceRecord[],
  directory: string,
): Promise<Outputs> {
  const sheets = contactSheets(records).map((sheet) => ({ ...sheet, png: drawContactSheet(sheet) }));
  const { reportHtml } = await import('./html/page.ts');
  const figures = await figuresOf(report);
  return {
    'evidence.jsonl': evidenceLines(records),
    'report.json': reportJson(report),
    'report.md': reportMarkdown(report),
    'report.html': reportHtml(report, figures, sheets, sourcesFrom(directory)),
    'junit.xml': junitXml(report),
    ...Object.fromEntries(sheets.map(({ file, png }) => [file, png])),
  };
}
