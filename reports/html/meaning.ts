import type { Report } from '../model/report.ts';
import { budgetLines, coverageLine } from '../wording/budgets.ts';
import { limitsOf } from '../wording/replication.ts';
import { anchorOf } from './elements/anchors.ts';
import { html, type Markup } from './elements/markup.ts';

/** What the error probabilities and shares of a report mean. */
export function meaning(report: Report): Markup {
  const lines = [...budgetLines(report), coverageLine(report.claims)];
  return html`${lines.map((line) => html`<p>${line}</p>`)}`;
}

/** What did not hold beside the claims, or is not claimed; null when there is nothing of the kind. */
export function limits(report: Report): Markup | null {
  const run = new Set(report.claims.map(({ id }) => id));
  const items = limitsOf(report).map(({ claim, text }) => {
    const name = html`<code>${claim}</code>`;
    return html`<li>${run.has(claim) ? html`<a href="#${anchorOf('claim', claim)}">${name}</a>` : name}${text}</li>`;
  });
  return items.length === 0 ? null : html`<ul>${items}</ul>`;
}
