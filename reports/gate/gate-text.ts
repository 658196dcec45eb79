import type { Report } from '../model/report.ts';
import { columns } from '../terminal/columns.ts';
import { counted } from '../wording/numbers.ts';
import { clipped, printable } from '../wording/printable.ts';
import type { Change } from './change.ts';
import type { Gate } from './gate.ts';

/** Characters that a cell shows. */
const LONGEST_CELL = 80;

/** Rows that a table shows: nobody finds a regression among more. */
const MOST_ROWS = 200;

/** What the gate found, for a terminal: what was compared, then what is worse and what is better, old and new. */
export function gateText({ regressions, gains, compared, notes }: Gate, baseline: Report, report: Report): string {
  const { claims, mutants, statements, strata, effects } = compared;
  const things = [
    counted(claims, 'claim'),
    counted(mutants, 'killed mutant'),
    counted(statements, 'covered statement'),
    `${strata} exercised ${strata === 1 ? 'stratum' : 'strata'}`,
    counted(effects, 'effect'),
  ].join(', ');
  const seeds = baseline.seed === report.seed ? `seed ${report.seed}` : `seeds ${baseline.seed} and ${report.seed}`;
  const answer = regressions.length === 0 ? 'Nothing is worse' : `${counted(regressions.length, 'thing')} worse`;
  const lines = [
    `${answer} than in the baseline; compared: ${things} (${clipped(printable(report.suite.title), LONGEST_CELL)}, ${clipped(printable(report.tier), LONGEST_CELL)} tier, ${seeds}).`,
    ...table(regressions),
    ...(gains.length === 0 ? [] : ['', `Better than in the baseline: ${gains.length}.`, ...table(gains)]),
    ...notes,
  ];
  return `${lines.join('\n')}\n`;
}

function table(changes: readonly Change[]): string[] {
  if (changes.length === 0) return [];
  const rows = changes.slice(0, MOST_ROWS).map((each) => [each.of, each.name, each.old, each.new]);
  const cells = rows.map((row) => row.map((cell) => clipped(printable(cell), LONGEST_CELL)));
  return [
    ...columns([['', 'what', 'baseline', 'now'], ...cells]),
    ...(changes.length > MOST_ROWS ? [`and ${changes.length - MOST_ROWS} more`] : []),
  ];
}
