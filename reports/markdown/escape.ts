import { clipped, printable } from '../wording/printable.ts';

/** Characters of a text and of a block that Markdown shows: more than the suites' own have, so that long ones leave room for the rest. */
const LONGEST_TEXT = 2000;
const LONGEST_BLOCK = 20_000;

/** A text as HTML that shows the text and nothing else, on one line. */
export function escapeHtml(text: string): string {
  const line = printable(clipped(text, LONGEST_TEXT).replace(/\s+/g, ' '));
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A text as GitHub-flavoured Markdown that shows the text and nothing else, on one line, fit for a table cell. */
export function escapeMarkdown(text: string): string {
  return escapeHtml(text).replace(/[\\`*_~|$[\]#]/g, '\\$&');
}

/** An id as Markdown shows code. An id with other characters than letters, numbers and the like could end the code, or its cell: it is shown as text. */
export function codeText(id: string): string {
  return id.length <= LONGEST_TEXT && /^[\w.:~/-]+$/.test(id) ? `\`${id}\`` : escapeMarkdown(id);
}

/** A text as a fenced block. The fence is longer than any run of backticks in the text. */
export function fenced(whole: string, language: string): string {
  const text = clipped(whole, LONGEST_BLOCK).split('\n').map(printable).join('\n');
  // Not Math.max(...): a text can have more runs than a call may have arguments.
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A cell of a table: text to be escaped, or Markdown that is taken as it is. */
export type Cell = string | { readonly markdown: string };

/** A table; the header is taken as it is. */
export function markdownTable(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const cellOf = (cell: Cell) => (typeof cell === 'string' ? escapeMarkdown(cell) : cell.markdown);
  return [line(header), line(header.map(() => '---')), ...rows.map((row) => line(row.map(cellOf)))].join('\n');
}
