import { clipped, printable } from '../wording/printable.ts';

/** Characters of a cell that are shown: more than the suites' own texts have, so that other texts do not flood the terminal. */
const LONGEST_CELL = 300;

/** A cell as it is shown. No control in it reaches the terminal. */
export function shownCell(cell: string): string {
  return clipped(printable(cell), LONGEST_CELL);
}

/** Rows as columns, padded to their widest cell, two spaces apart. The columns whose indices are in `right` are aligned to the right. */
export function columns(rawRows: readonly (readonly string[])[], right: readonly number[] = []): string[] {
  const rows = rawRows.map((row) => row.map(shownCell));
  const widths = rows[0]!.map((_, column) => rows.reduce((most, row) => Math.max(most, row[column]!.length), 0));
  const pad = (cell: string, column: number) =>
    right.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}
