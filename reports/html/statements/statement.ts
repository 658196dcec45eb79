import type { StatementReport } from '../../model/statements.ts';
import { selfLink, statementAnchor } from '../elements/anchors.ts';
import { formula } from '../elements/formula.ts';
import { html, type Markup } from '../elements/markup.ts';
import { classOf, readingOf, verdictText } from '../elements/verdict.ts';
import { gapList, statementStrength } from './statement-coverage.ts';

/** A statement of the paper: verdict and source, its sentence and formula, and the claims that are evidence for it. */
export function statementArticle(statement: StatementReport, claims: readonly Markup[]): Markup {
  const { reference, source, section, statement: sentence, tex, reason, gaps } = statement;
  const anchor = statementAnchor(reference);
  const reading = readingOf(statement);
  return html`<article class="statement ${classOf(reading)}" id="${anchor}" aria-labelledby="${anchor}-title" data-reading="${reading}" data-section="${section}">
<div class="gutter"><p>${verdictText(reading)}</p><p class="source">${source}</p>${statementStrength(statement)}</div>
<div class="body">
<h4 id="${anchor}-title">${sentence}</h4>
<p class="name"><code>${reference}</code> ${selfLink(anchor, reference)}</p>
${formula(tex)}
${reason === null || gaps.some((gap) => gap.reason === reason) ? null : html`<p class="reason">${reason}</p>`}
${gapList(statement)}
${claims}
</div>
</article>`;
}
