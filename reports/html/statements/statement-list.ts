import type { ClaimReport } from '../../model/claims.ts';
import type { StatementReport } from '../../model/statements.ts';
import type { PageContent } from '../content.ts';
import { anchorOf, selfLink } from '../elements/anchors.ts';
import { html, type Markup } from '../elements/markup.ts';
import { claimAgain, claimBlock } from './claim.ts';
import { statementArticle } from './statement.ts';

/** Statements of a part of the paper. */
export interface Section {
  readonly title: string;
  readonly statements: readonly StatementReport[];
}

/** The statements by the part of the paper that they belong to, in its order. */
export function sectionsOf(statements: readonly StatementReport[]): Section[] {
  const titles = [...new Set(statements.map(({ section }) => section))];
  return titles.map((title) => ({ title, statements: statements.filter(({ section }) => section === title) }));
}

/** Every statement under the heading of its section. A claim stands in full under the first statement that it is evidence for. */
export function statementList(content: PageContent): Markup {
  const { claims, statements } = content.report;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const home = new Map<string, string>();
  for (const { reference, claims: cited } of statements) {
    for (const id of cited) if (!home.has(id)) home.set(id, reference);
  }
  const article = (statement: StatementReport) => {
    const cited = statement.claims.map((id) => byId.get(id)).filter((claim) => claim !== undefined);
    const blocks = cited.map((claim) =>
      home.get(claim.id) === statement.reference ? claimBlock(claim, content) : claimAgain(claim),
    );
    return statementArticle(statement, blocks);
  };
  const sections = sectionsOf(statements).map(({ title, statements: own }) => section(title, own.map(article)));
  return html`${sections}${withoutStatement(
    claims.filter(({ id }) => !home.has(id)),
    content,
  )}`;
}

function section(title: string, articles: readonly Markup[]): Markup {
  const anchor = anchorOf('section', title);
  return html`<section class="part" id="${anchor}" aria-labelledby="${anchor}-title">
<h3 id="${anchor}-title">${title} ${selfLink(anchor, title)}</h3>
${articles}
</section>`;
}

function withoutStatement(claims: readonly ClaimReport[], content: PageContent): Markup | null {
  if (claims.length === 0) return null;
  const blocks = claims.map((claim) => claimBlock(claim, content));
  return html`<section aria-labelledby="without-statement"><h3 id="without-statement">Claims without a statement</h3>${blocks}</section>`;
}
