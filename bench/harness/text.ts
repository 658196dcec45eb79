import { columns } from '../../reports/terminal/columns.ts';
import type { Cell, Table } from './part.ts';

/** Digits of a figure that are shown: a median over runs seldom has more. */
const DIGITS = 3;

/** A table as lines of text: titles of columns, a line a row, then what a reader should know. */
export function linesOf({ title, rows, notes = [] }: Table): string[] {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const numeric = names.flatMap((name, i) => (rows.some((row) => typeof row[name] === 'number') ? [i] : []));
  const cells = rows.map((row) => names.map((name) => shown(row[name] ?? null)));
  const table = names.length === 0 ? [] : columns([names, ...cells], numeric);
  return ['', title, ...[...table, ...notes].map((line) => `  ${line}`)];
}

function shown(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (cell === null) return '–';
  // All digits of a whole number before the point.
  if (Math.abs(cell) >= 10 ** DIGITS) return Math.round(cell).toLocaleString('en-US');
  return String(Number(cell.toPrecision(DIGITS)));
}
