import { count } from '../../wording/numbers.ts';
import { firstOf, html, type Markup, type Part } from './markup.ts';

/** Rows of a table that are shown: only the data of the largest figures have about as many. */
const MOST_ROWS = 400;

/** Digits of numbers that are not whole; report.json has all digits. */
const DIGITS = 6;

/** A table in a box in which it scrolls. Numbers are aligned to the right. */
export function table(caption: string, header: readonly string[], rows: readonly (readonly Part[])[]): Markup {
  const cell = (part: Part) =>
    typeof part === 'number' ? html`<td class="number">${rounded(part)}</td>` : html`<td>${part ?? '–'}</td>`;
  const body = firstOf(
    rows,
    MOST_ROWS,
    (row) => html`<tr>${row.map(cell)}</tr>`,
    (left) => html`<tr><td colspan="${header.length}">and ${count(left)} more in report.json</td></tr>`,
  );
  return html`<div class="scroll" role="group" aria-label="Table: ${caption}"><table><thead><tr>${header.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead><tbody>
${body}</tbody></table></div>`;
}

function rounded(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
}
