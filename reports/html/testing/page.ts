import type { EvidenceRecord } from '../../../properties/engine/evidence/evidence.ts';
import type { Figure } from '../../figures/figure.ts';
import type { Report } from '../../model/report.ts';
import { exampleEvidence } from '../../testing/evidence.ts';
import { mixedEvidence } from '../../testing/replicated.ts';
import { exampleReports, reportOf } from '../../testing/reports.ts';
import { exampleStatements } from '../../testing/suite.ts';
import type { PageContent } from '../content.ts';
import { reportHtml } from '../page.ts';

/** Pages made by hand for the tests: every fate of a claim, drawn and replicated, a figure, and an attached picture. */

export const pageEvidence: readonly EvidenceRecord[] = mixedEvidence(exampleEvidence);

/** Its statements in two sections. */
export const pageReport = reportOf(pageEvidence, {
  statements: exampleStatements.map((each) => ({ ...each, section: each.id === 'true' ? 'Before' : 'After' })),
});

export const pageFigures: readonly Figure[] = [
  {
    id: 'line',
    title: 'A line & its <end>',
    caption: 'It rises.',
    pictures: [
      {
        // With all that is special in an address, and wider than a telephone.
        svg: `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="90" viewBox="0 0 700 90">\n<path d="M0 90L700 0" stroke="#0072b2"/><text x="9" y="20">100 % 'θ' &amp; more</text></svg>`,
        alternative: 'A line that rises from 0 to 1.',
      },
    ],
    data: {
      header: ['x', 'y'],
      rows: [
        [0, 0],
        [1, null],
      ],
    },
  },
];

export const pageContent: PageContent = {
  report: pageReport,
  figures: pageFigures,
  attachments: exampleReports
    .attachments(pageEvidence)
    .map(({ file, caption, draw }) => ({ file, caption, png: draw() })),
  attachmentsTitle: exampleReports.attachmentsTitle,
  repository: null,
};

/** The page of a report, with nothing that does not come from the report. */
export function pageOf(report: Report, repository: string | null = null): string {
  return reportHtml({ report, figures: [], attachments: [], attachmentsTitle: '', repository });
}

/** Fields that may not be any text: the report's types, the manifest or the page decide what they are. */
const decided = new Set(['verdict', 'status', 'guarantee', 'onFreshRandomness', 'direction', 'tex', 'url']);

/** The report with a text at the end of every string and of every name of a stratum or arm. */
function poisoned(report: Report, text: string): Report {
  return JSON.parse(JSON.stringify(report), (key, value: unknown) => {
    if (typeof value === 'string') return decided.has(key) ? value : value + text;
    const named = (key === 'strata' || key === 'arms') && typeof value === 'object' && value !== null;
    return named ? Object.fromEntries(Object.entries(value).map(([name, each]) => [name + text, each])) : value;
  }) as Report;
}

const poisonedFigures = (text: string): Figure[] =>
  pageFigures.map((figure) => ({
    id: figure.id + text,
    title: figure.title + text,
    caption: figure.caption + text,
    pictures: figure.pictures.map(({ svg, alternative }) => ({ svg: svg + text, alternative: alternative + text })),
    data: { header: figure.data.header.map((each) => each + text), rows: [[`x${text}`, `y${text}`]] },
  }));

/** The page with a text at the end of every text in it that is read from elsewhere. */
export function poisonedPage(text: string): string {
  return reportHtml({
    ...pageContent,
    report: poisoned(pageReport, text),
    figures: poisonedFigures(text),
    attachments: pageContent.attachments.map(({ file, caption, png }) => ({
      file: file + text,
      caption: caption + text,
      png,
    })),
  });
}
