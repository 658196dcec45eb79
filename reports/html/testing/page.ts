import type { EvidenceRecord } from '../../../properties/engine/evidence/evidence.ts';
import type { Figure } from '../../figures/figure.ts';
import { buildReport, type Report } from '../../model/report.ts';
import { exampleEvidence, exampleRun, exampleStatements } from '../../testing/evidence.ts';
import { retrainingEvidence, retrainingRun } from '../../testing/replicated.ts';
import { contactSheets } from '../../verified-retraining/contact-sheets/contact-sheets.ts';
import { drawContactSheet } from '../../verified-retraining/contact-sheets/draw-contact-sheet.ts';
import { reportHtml } from '../page.ts';

/** Pages made by hand for the tests: every fate of a claim, drawn and retrained, a figure, and a sheet of digits. */

export const pageEvidence: readonly EvidenceRecord[] = [
  {
    ...retrainingRun,
    claims: [...exampleRun.claims, ...retrainingRun.claims],
    mutants: [...exampleRun.mutants, ...retrainingRun.mutants],
  },
  ...exampleEvidence.slice(1),
  ...retrainingEvidence.slice(1),
];

/** Its statements in two sections. */
export const pageReport = buildReport(
  pageEvidence,
  exampleStatements.map((each) => ({ ...each, section: each.id === 'true' ? 'Before' : 'After' })),
);

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

export const pageSheets = contactSheets(pageEvidence).map((sheet) => ({ ...sheet, png: drawContactSheet(sheet) }));

/** What the report's own types decide, and TeX, which is of the manifest. */
const decided = new Set(['verdict', 'status', 'guarantee', 'onFreshRandomness', 'direction', 'tex']);

/** The report with a text at the end of every string and of every name of a regime or arm. */
function poisoned(report: Report, text: string): Report {
  return JSON.parse(JSON.stringify(report), (key, value: unknown) => {
    if (typeof value === 'string') return decided.has(key) ? value : value + text;
    const named = (key === 'regimes' || key === 'arms') && typeof value === 'object' && value !== null;
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
  const sheets = pageSheets.map(({ file, caption, png }) => ({ file: file + text, caption: caption + text, png }));
  return reportHtml(poisoned(pageReport, text), poisonedFigures(text), sheets);
}
