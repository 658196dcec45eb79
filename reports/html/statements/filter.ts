import type { Report } from '../../model/report.ts';
import { html, type Markup } from '../elements/markup.ts';
import { classOf, readingOf, readings, verdictMark } from '../elements/verdict.ts';
import { sectionsOf } from './statement-list.ts';

/** The controls that choose which statements are shown; hidden until the page's script runs. Where no verdict is ticked, all are chosen. */
export function filterForm({ statements }: Report): Markup {
  const boxes = readings.flatMap((reading) => {
    const number = statements.filter((each) => readingOf(each) === reading).length;
    if (number === 0) return [];
    return [
      html`<label class="chip ${classOf(reading)}"><input type="checkbox" name="verdict" value="${reading}">${verdictMark(reading)} ${reading} <span class="number">${number}</span></label>`,
    ];
  });
  const options = sectionsOf(statements).map(({ title }) => html`<option>${title}</option>`);
  return html`<form class="filter" id="filter" role="search" aria-label="Statements" hidden>
<fieldset><legend>Verdict</legend>${boxes}</fieldset>
<label class="field">Section <select name="section"><option value="">all of the paper</option>${options}</select></label>
<label class="field">Search <kbd>/</kbd> <input type="search" name="search" autocomplete="off" spellcheck="false"></label>
<button type="reset">Show all</button>
</form>
<p id="filter-count" role="status" aria-live="polite"></p>`;
}
