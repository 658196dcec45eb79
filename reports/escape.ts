/** Text as HTML that shows it and nothing else, on one line. */
export function escapeHtml(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Text as GitHub-flavoured Markdown that shows it and nothing else, on one line, fit for a table cell. */
export function escapeMarkdown(text: string): string {
  return escapeHtml(text).replace(/[\\`*_~|$[\]#]/g, '\\$&');
}

/** Text as a fenced block, whose fence is longer than any run of backticks in it. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
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
