import { styleText } from 'node:util';
import type { ClaimReport } from '../model/claims.ts';
import { mostTelling } from '../model/comparisons.ts';
import type { CounterexampleReport } from '../model/counterexamples.ts';
import type { Report } from '../model/report.ts';
import { budgetLines, coverageLine } from '../wording/budgets.ts';
import { counterexampleTitle, refutedTexts } from '../wording/counterexamples.ts';
import { countLines } from '../wording/counts.ts';
import { count, counted, interval, percent, short } from '../wording/numbers.ts';
import { clipped, printable } from '../wording/printable.ts';
import { backendLines } from '../wording/replication.ts';
import { columns, shownCell } from './columns.ts';

/** Characters of a line that are shown: more than the suites' own texts have, so that other texts do not flood the terminal. */
const LONGEST_LINE = 4000;

const shownLine = (line: string) => clipped(printable(line), LONGEST_LINE);

const verdictColors = { supported: 'green', refuted: 'red', undecided: 'yellow', 'in part': 'dim' } as const;

/** The theory, the table of claims and the closing lines of a run. `directory` is where the report lies. */
export function terminalReport(report: Report, directory: string, color: boolean): string {
  const header = [
    'claim',
    'verdict',
    'settings',
    'replicates',
    'mutants killed',
    'margin used',
    'closest to its margin',
  ];
  const table = columns([header, ...report.claims.map(row)], [2, 3, 4, 5]);
  const painted = table.map((line, index) => (color ? paint(line, report.claims[index - 1]) : line));
  const { title, paper } = report.suite;
  const lines = [
    ...report.claims.filter(({ reasons }) => reasons.length > 0).flatMap(explainFailure),
    '',
    ...backendLines(report),
    ...budgetLines(report),
    coverageLine(report.claims),
    '',
    ...countLines(report),
    ...report.notes.map((note) => `Note: ${note}`),
    `Report: ${directory}/report.html`,
  ].map(shownLine);
  return `${[shownLine(`${title} (${paper})`), ...painted, ...lines].join('\n')}\n`;
}

function row(claim: ClaimReport): string[] {
  const telling = mostTelling(claim.comparisons);
  const killed = claim.mutants.filter((mutant) => mutant.killed).length;
  return [
    claim.id,
    claim.verdict,
    count(claim.settings),
    count(claim.replicates),
    `${killed}/${claim.mutants.length}`,
    percent(telling?.marginUsed ?? null),
    telling === null ? '–' : `${telling.name}: ${short(telling.estimate)} in ${interval(telling.zone)}`,
  ];
}

function paint(line: string, claim: ClaimReport | undefined): string {
  if (claim === undefined) return styleText('bold', line, { validateStream: false });
  // Behind the id, which may hold the word of the verdict.
  const width = shownCell(claim.id).length;
  const colored = styleText(verdictColors[claim.verdict], claim.verdict, { validateStream: false });
  return line.slice(0, width) + line.slice(width).replace(claim.verdict, colored);
}

/** Reasons of a claim that are listed; all are in the report. */
const MOST_REASONS = 5;

function explainFailure({ id, verdict, reasons, counterexamples }: ClaimReport): string[] {
  return [
    '',
    `${id} is ${verdict}:`,
    ...reasons.slice(0, MOST_REASONS).map((reason) => `  ${reason}`),
    ...(reasons.length > MOST_REASONS ? [`  and ${counted(reasons.length - MOST_REASONS, 'more reason')}`] : []),
    ...counterexamples.slice(0, 1).flatMap(counterexampleLines),
    ...(counterexamples.length > 1
      ? [`  and ${counted(counterexamples.length - 1, 'more counterexample')} in the report`]
      : []),
  ];
}

function counterexampleLines(counterexample: CounterexampleReport): string[] {
  return [
    `  ${counterexampleTitle(counterexample)}:`,
    `    ${JSON.stringify(counterexample.setting)}`,
    ...refutedTexts(counterexample).map((text) => `    ${text}`),
    `    ${counterexample.replay}`,
  ];
}
