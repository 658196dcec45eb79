import type { EvidenceRecord } from '../properties/engine/evidence/evidence.ts';
import { figuresOf } from './figures/index.ts';
import { evidenceLines, reportJson } from './json.ts';
import { junitXml } from './junit/junit.ts';
import { reportMarkdown } from './markdown/markdown.ts';
import type { Report } from './model/report.ts';
import { sourcesFrom } from './model/sources-from.ts';
import type { SuiteReports } from './model/suite-reports.ts';
import type { Outputs } from './write.ts';

/** Every file of a run by its name: the evidence, and the report in each of its forms. `directory` is where they will lie. */
export async function outputsOf(
  report: Report,
  records: readonly EvidenceRecord[],
  { directory, reports }: { readonly directory: string; readonly reports: SuiteReports },
): Promise<Outputs> {
  const attachments = reports.attachments(records).map(({ file, caption, draw }) => ({ file, caption, png: draw() }));
  const { reportHtml } = await import('./html/page.ts');
  const figures = await figuresOf(report, reports);
  const { attachmentsTitle } = reports;
  return {
    'evidence.jsonl': evidenceLines(records),
    'report.json': reportJson(report),
    'report.md': reportMarkdown(report),
    'report.html': reportHtml({ report, figures, attachments, attachmentsTitle, repository: sourcesFrom(directory) }),
    'junit.xml': junitXml(report),
    ...Object.fromEntries(attachments.map(({ file, png }) => [file, png])),
  };
}
