import { html, type Markup, type Part } from './markup.ts';

/** Terms and what is said of them; a fact of null is left out. */
export function factList(className: string, facts: readonly (readonly [term: string, fact: Part])[]): Markup {
  const rows = facts
    .filter(([, fact]) => fact !== null)
    .map(([term, fact]) => html`<div><dt>${term}</dt><dd>${fact}</dd></div>`);
  return html`<dl class="${className}">${rows}</dl>`;
}
