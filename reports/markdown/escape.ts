import { clipped, printable } from '../wording/printable.ts';

/** Characters of a text and of a block that Markdown shows: more than the suite's own have, so that others leave room for the rest. */
const LONGEST_TEXT = 2000;
const LONGEST_BLOCK = 20_000;

/** Text as HTML that shows it and nothing else, on one line. */
export function escapeHtml(text: string): string {
  const line = printable(clipped(text, LONGEST_TEXT).replace(/\s+/g, ' '));
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Controls but tab and line ends, halves of surrogate pairs, non-characters, and what turns the direction of the text around it. */
const unshowable = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu;

/** Text in which what cannot be shown is U+FFFD. */
export function showable(text: string): string {
  return text.replace(unshowable, '\uFFFD');
}

/** Text as HTML that shows it and nothing else, lines kept, fit for content and for quoted attributes. */
export function escapeMarkup(text: string): string {
  return showable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Text as GitHub-flavoured Markdown that shows it and nothing else, on one line, fit for a table cell. */
export function escapeMarkdown(text: string): string {
  return escapeHtml(text).replace(/[\\`*_~|$[\]#]/g, '\\$&');
}

/** An id as Markdown shows code. One that is not made of letters, digits and the like could end the code, or the cell it is in: it is shown as text. */
export function codeText(id: string): string {
  return id.length <= LONGEST_TEXT && /^[\w.:~/-]+$/.test(id) ? `\`${id}\`` : escapeMarkdown(id);
}

/** Text as a fenced block, whose fence is longer than any run of backticks in it. */
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
