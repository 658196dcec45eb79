import { styleText } from 'node:util';
import type { ClaimReport } from '../model/claims.ts';
import { mostTelling } from '../model/comparisons.ts';
import { type CounterexampleReport, confirmation } from '../model/counterexamples.ts';
import type { Report } from '../model/report.ts';
import { budgetLines, coverageLine } from '../wording/budget.ts';
import { countLines } from '../wording/counts.ts';
import { count, counted, interval, percent, short } from '../wording/numbers.ts';
import { clipped, printable } from '../wording/printable.ts';
import { equipmentLines } from '../wording/replication.ts';
import { columns, shownCell } from './columns.ts';

/** Characters of a line that are shown: more than the suite's own texts have, so that others do not flood the terminal. */
const LONGEST_LINE = 4000;

const verdictColors = { supported: 'green', refuted: 'red', undecided: 'yellow', 'in part': 'dim' } as const;

/** The table of claims and the closing lines of a run. `directory` is where the report lies. */
export function terminalReport(report: Report, directory: string, color: boolean): string {
  const header = ['claim', 'verdict', 'draws', 'replicates', 'mutants killed', 'margin used', 'closest to its margin'];
  const table = columns([header, ...report.claims.map(row)], [2, 3, 4, 5]);
  const painted = table.map((line, index) => (color ? paint(line, report.claims[index - 1]) : line));
  const lines = [
    ...report.claims.filter(({ reasons }) => reasons.length > 0).flatMap(explainFailure),
    '',
    ...equipmentLines(report),
    ...budgetLines(report),
    coverageLine(report.claims),
    '',
    ...countLines(report),
    ...report.notes.map((note) => `Note: ${note}`),
    `Report: ${directory}/report.html`,
  ].map((line) => clipped(printable(line), LONGEST_LINE));
  return `${[...painted, ...lines].join('\n')}\n`;
}

function row(claim: ClaimReport): string[] {
  const telling = mostTelling(claim.comparisons);
  const killed = claim.mutants.filter((attack) => attack.killed).length;
  return [
    claim.id,
    claim.verdict,
    count(claim.draws),
    count(claim.replicates),
    `${killed}/${claim.mutants.length}`,
    percent(telling?.marginUsed ?? null),
    telling === null ? '–' : `${telling.name}: ${short(telling.estimate)} in ${interval(telling.zone)}`,
  ];
}

function paint(line: string, claim: ClaimReport | undefined): string {
  if (claim === undefined) return styleText('bold', line, { validateStream: false });
  // Past the id, which may hold the word of its verdict.
  const width = shownCell(claim.id).length;
  const colored = styleText(verdictColors[claim.verdict], claim.verdict, { validateStream: false });
  return line.slice(0, width) + line.slice(width).replace(claim.verdict, colored);
}

/** Reasons of a claim that are listed; the rest is in the report. */
const LISTED = 5;

function explainFailure({ id, verdict, reasons, counterexamples }: ClaimReport): string[] {
  return [
    '',
    `${id} is ${verdict}:`,
    ...reasons.slice(0, LISTED).map((reason) => `  ${reason}`),
    ...(reasons.length > LISTED ? [`  and ${counted(reasons.length - LISTED, 'more reason')}`] : []),
    ...counterexamples.slice(0, 1).flatMap(counterexampleLines),
    ...(counterexamples.length > 1
      ? [`  and ${counted(counterexamples.length - 1, 'more counterexample')} in the report`]
      : []),
  ];
}

function counterexampleLines({
  draw,
  minimal,
  setting,
  replay,
  onFreshRandomness,
  comparisons,
}: CounterexampleReport): string[] {
  const refuted = comparisons.filter(({ verdict }) => verdict === 'refuted');
  return [
    `  ${minimal ? 'minimal ' : ''}counterexample of draw ${draw}, ${confirmation(onFreshRandomness)}:`,
    `    ${JSON.stringify(setting)}`,
    ...refuted.map(({ name, estimate, zone }) => `    ${name}: ${short(estimate)}, not in ${interval(zone)}`),
    `    ${replay}`,
  ];
}
