import { codeTable, lineCounts } from '../coverage/code.ts';
import type { Gap } from '../coverage/gaps.ts';
import type { Report } from '../model/report.ts';
import type { StatementReport } from '../model/statements.ts';
import { count, counted, short } from '../wording/numbers.ts';
import { factList } from './elements/facts.ts';
import { html, type Markup } from './elements/markup.ts';
import { table } from './elements/table.ts';

const gapNames: Readonly<Record<Gap['kind'], string>> = {
  direct: 'Gap',
  inherited: 'Inherited gap',
  stale: 'Stale',
};

/** Why the evidence for a statement is not whole; null when it is. */
export function gapList({ gaps }: StatementReport): Markup | null {
  if (gaps.length === 0) return null;
  return html`<ul class="gaps">${gaps.map(({ kind, reason }) => html`<li><b>${gapNames[kind]}:</b> ${reason}</li>`)}</ul>`;
}

/** How strong the evidence of all claims of a statement is together: what none of them says alone. */
export function statementStrength({ strength, claims }: StatementReport): Markup | null {
  if (strength === null) return null;
  const { draws, replicates, mutants, power, mostTelling } = strength;
  const evidence = mostTelling?.logEvidence ?? null;
  const several = claims.length > 1;
  return factList('strength', [
    ['Power', power === null ? 'not known' : `≥ 1 − ${short(1 - power)}`],
    [
      'Evidence for it',
      evidence && `ln e = ${short(evidence.support)}, ${short(evidence.enough)} is enough (draw ${evidence.draw})`,
    ],
    ['Settings of all claims', several ? count(draws) : null],
    ['Replicates', several ? count(replicates) : null],
    ['Wrong worlds refuted', several ? `${mutants.killed} of ${mutants.all}` : null],
  ]);
}

/** How many statements are covered without a gap, what power means, and the code that no claim exercises. */
export function coverage({ statements, code }: Report): Markup {
  const whole = statements.filter(({ gaps }) => gaps.length === 0).length;
  return html`<p>Covered without a gap: ${whole} of ${counted(statements.length, 'statement')}. Each of the others says what its evidence lacks.</p>
<p>Power: a claim that fails on a setting by the edge of its indifference zone, the smallest effect of interest, is kept from being called supported with at least this probability, by the rule of its decision. It is not known where a decision has not ended.</p>
${code === null ? html`<p>Which code the claims execute was not measured.</p>` : codeCoverage(code)}`;
}

function codeCoverage(code: NonNullable<Report['code']>): Markup {
  const { unexercised, executable } = lineCounts(code.files);
  const { header, rows } = codeTable(code);
  return html`<p>${count(unexercised)} of ${counted(executable, 'line')} in functions of theory/ and sim/ are executed by none of ${counted(code.measured.length, 'claim')}, on the first draw of each regime in the paper's world; no verification loads ${counted(code.apart.length, 'file')} of theory/ and sim/.</p>
${code.changed.length === 0 ? null : html`<p>Changed since this was measured: ${code.changed.join(', ')}.</p>`}
${rows.length === 0 ? null : html`<details><summary>Code that no claim exercises, by file</summary>${table('unexercised code', header, rows)}</details>`}`;
}
