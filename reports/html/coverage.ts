import { codeTable, measuredText } from '../coverage/code.ts';
import type { Report } from '../model/report.ts';
import { counted } from '../wording/numbers.ts';
import { html, type Markup } from './elements/markup.ts';
import { table } from './elements/table.ts';

/** How many statements are covered without a gap, what power means, and the code that no claim exercises. */
export function coverage({ statements, code }: Report): Markup {
  const whole = statements.filter(({ gaps }) => gaps.length === 0).length;
  return html`<p>Covered without a gap: ${whole} of ${counted(statements.length, 'statement')}. Each of the others says what its evidence lacks.</p>
<p>Power: a claim that fails on a setting by the edge of its indifference zone, the smallest effect of interest, is kept from being called supported with at least this probability, by the rule of its decision. It is not known where a decision has not ended.</p>
${code === null ? html`<p>Which code the claims execute was not measured.</p>` : codeCoverage(code)}`;
}

function codeCoverage(code: NonNullable<Report['code']>): Markup {
  const { header, rows } = codeTable(code);
  return html`<p>${measuredText(code)}</p>
${code.changed.length === 0 ? null : html`<p>Changed since this was measured: ${code.changed.join(', ')}.</p>`}
${rows.length === 0 ? null : html`<details><summary>Code that no claim exercises, by file</summary>${table('unexercised code', header, rows)}</details>`}`;
}
