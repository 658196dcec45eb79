import { styleText } from 'node:util';
import { budgetLines, coverageLine } from './budget.ts';
import type { ClaimReport } from './claims.ts';
import { mostTelling } from './comparisons.ts';
import { type CounterexampleReport, confirmation } from './counterexamples.ts';
import { countLines } from './counts.ts';
import { count, counted, interval, percent, short } from './numbers.ts';
import type { Report } from './report.ts';
import { equipmentLines } from './retraining.ts';

/** Rows as columns padded to their widest cell, two spaces apart; columns of `right` are aligned to the right. */
export function columns(rows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const pad = (cell: string, column: number) =>
    right.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

const verdictColors = { supported: 'green', refuted: 'red', undecided: 'yellow' } as const;

/** The table of claims and the closing lines of a run. `directory` is where the report lies. */
export function terminalReport(report: Report, directory: string, color: boolean): string {
  const header = ['claim', 'verdict', 'draws', 'replicates', 'mutants killed', 'margin used', 'closest to its margin'];
  const table = columns([header, ...report.claims.map(row)], [2, 3, 4, 5]);
  const painted = table.map((line, index) => (color ? paint(line, report.claims[index - 1]) : line));
  const lines = [
    ...painted,
    ...report.claims.filter(({ verdict }) => verdict !== 'supported').flatMap(explainFailure),
    '',
    ...equipmentLines(report),
    ...budgetLines(report),
    coverageLine(report.claims),
    '',
    ...countLines(report),
    `Report: ${directory}/report.md`,
  ];
  return `${lines.join('\n')}\n`;
}

function row(claim: ClaimReport): string[] {
  const shown = mostTelling(claim.comparisons);
  const killed = claim.mutants.filter((attack) => attack.killed).length;
  return [
    claim.id,
    claim.verdict,
    count(claim.draws),
    count(claim.replicates),
    `${killed}/${claim.mutants.length}`,
    percent(shown?.marginUsed ?? null),
    shown === null ? '–' : `${shown.name}: ${short(shown.estimate)} in ${interval(shown.zone)}`,
  ];
}

function paint(line: string, claim: ClaimReport | undefined): string {
  if (claim === undefined) return styleText('bold', line, { validateStream: false });
  const colored = styleText(verdictColors[claim.verdict], claim.verdict, { validateStream: false });
  return line.slice(0, claim.id.length) + line.slice(claim.id.length).replace(claim.verdict, colored);
}

/** Reasons of a claim that are listed; the rest is in the report. */
const SHOWN = 5;

function explainFailure({ id, verdict, reasons, counterexamples }: ClaimReport): string[] {
  return [
    '',
    `${id} is ${verdict}:`,
    ...reasons.slice(0, SHOWN).map((reason) => `  ${reason}`),
    ...(reasons.length > SHOWN ? [`  and ${counted(reasons.length - SHOWN, 'more reason')}`] : []),
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
