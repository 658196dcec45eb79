import type { ClaimReport } from '../../model/claims.ts';
import { count, percent } from '../../wording/numbers.ts';
import type { PageContent } from '../content.ts';
import { anchorOf, selfLink } from '../elements/anchors.ts';
import { factList } from '../elements/facts.ts';
import { firstOf, html, type Markup } from '../elements/markup.ts';
import { verdictText } from '../elements/verdict.ts';
import { claimDetails } from './claim-details.ts';
import { counterexamples } from './counterexample.ts';
import { effectPictures } from './effect.ts';

/** Reasons of a verdict that are listed; all are in report.json. */
const MOST_REASONS = 5;

/** A claim in full: verdict, effect, strength of the evidence, counterexamples, and the rest folded. */
export function claimBlock(claim: ClaimReport, content: PageContent): Markup {
  const anchor = anchorOf('claim', claim.id);
  return html`<section class="claim" id="${anchor}" aria-labelledby="${anchor}-title">
${claimHead(claim, html`<code>${claim.id}</code> ${selfLink(anchor, claim.id)}`, `${anchor}-title`)}
${reasonList(claim)}
${effectPictures(claim)}
${strength(claim)}
${counterexamples(claim)}
${claimDetails(claim, content)}
</section>`;
}

/** A claim that stands in full elsewhere: its verdict and effect, and a link to it. */
export function claimAgain(claim: ClaimReport): Markup {
  const way = html`<a href="#${anchorOf('claim', claim.id)}"><code>${claim.id}</code>, in full above</a>`;
  return html`<div class="claim">
${claimHead(claim, way, null)}
${effectPictures(claim)}
${strength(claim)}
</div>`;
}

/** Why a claim is not supported; nothing when it is. */
export function reasonList({ reasons }: ClaimReport): Markup | null {
  if (reasons.length === 0) return null;
  const items = firstOf(
    reasons,
    MOST_REASONS,
    (reason) => html`<li>${reason}</li>`,
    (left) => html`<li>and ${count(left)} more</li>`,
  );
  return html`<ul class="reasons">${items}</ul>`;
}

function claimHead({ title, verdict }: ClaimReport, after: Markup, id: string | null): Markup {
  return html`<h5${id === null ? null : html` id="${id}"`}>${verdictText(verdict)} <span class="title">${title}</span> <span class="name">${after}</span></h5>`;
}

function strength(claim: ClaimReport): Markup {
  const { verdict, settings, drawn, replicates, mutants, mayFailOn, guarantee } = claim;
  const killed = mutants.filter((mutant) => mutant.killed).length;
  return factList('strength', [
    [drawn ? 'Settings drawn' : 'Fixed settings', count(settings)],
    ['Replicates', count(replicates)],
    ['Mutants killed', `${killed} of ${mutants.length}`],
    [
      'May still fail on',
      verdict === 'supported' && mayFailOn !== null ? `< ${percent(mayFailOn)} of its domain` : null,
    ],
    ['Guarantee', guarantee === 'normal' ? 'if effects are normal' : guarantee],
  ]);
}
