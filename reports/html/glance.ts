import type { Report } from '../model/report.ts';
import { anchorOf } from './elements/anchors.ts';
import { html, type Markup } from './elements/markup.ts';
import { readingOf, readings, verdictMark } from './elements/verdict.ts';
import { type Section, sectionsOf } from './statements/statement-list.ts';

/** The paper at a glance: its sections, with a mark for each statement. */
export function glance({ statements }: Report): Markup {
  return html`<ul class="glance">${sectionsOf(statements).map(glanceRow)}</ul>`;
}

function glanceRow({ title, statements }: Section): Markup {
  const read = statements.map(readingOf);
  const words = readings
    .map((reading) => [read.filter((each) => each === reading).length, reading] as const)
    .filter(([number]) => number > 0)
    .map(([number, reading]) => `${number} ${reading}`);
  return html`<li><a href="#${anchorOf('section', title)}">${title}</a> <span class="marks" role="img" aria-label="${words.join(', ')}">${read.map(verdictMark)}</span></li>`;
}
