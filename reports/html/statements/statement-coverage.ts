import type { Gap } from '../../coverage/gaps.ts';
import type { StatementReport } from '../../model/statements.ts';
import { count, short } from '../../wording/numbers.ts';
import { factList } from '../elements/facts.ts';
import { html, type Markup } from '../elements/markup.ts';

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

/** How strong the evidence of all claims of a statement is together. */
export function statementStrength({ strength, claims }: StatementReport): Markup | null {
  if (strength === null) return null;
  const { settings, replicates, mutants, power, mostTelling } = strength;
  const evidence = mostTelling?.logEvidence ?? null;
  const several = claims.length > 1;
  return factList('strength', [
    ['Power', power === null ? 'not known' : `≥ 1 − ${short(1 - power)}`],
    [
      'Evidence for it',
      evidence &&
        `ln e = ${short(evidence.support)}, threshold ${short(evidence.threshold)} (setting ${evidence.index})`,
    ],
    ['Settings of all claims', several ? count(settings) : null],
    ['Replicates', several ? count(replicates) : null],
    ['Mutants killed', several ? `${mutants.killed} of ${mutants.all}` : null],
  ]);
}
