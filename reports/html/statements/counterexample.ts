import type { ClaimReport } from '../../model/claims.ts';
import type { CounterexampleReport } from '../../model/counterexamples.ts';
import { counterexampleTitle } from '../../wording/counterexamples.ts';
import { count, interval, short } from '../../wording/numbers.ts';
import { command } from '../elements/command.ts';
import { intervalPicture } from '../elements/interval-picture.ts';
import { firstOf, html, type Markup } from '../elements/markup.ts';

/** Counterexamples of a claim, and refuted comparisons of each, that are shown; all are in report.json. */
const MOST_SHOWN = 3;

/** The settings on which a claim was refuted, with what was seen there and how to see it again. */
export function counterexamples({ counterexamples: found }: ClaimReport): Markup[] {
  return firstOf(
    found,
    MOST_SHOWN,
    counterexample,
    (left) => html`<p>${count(left)} more counterexamples are in report.json.</p>`,
  );
}

function counterexample(found: CounterexampleReport): Markup {
  const { setting, replay, comparisons } = found;
  const refuted = comparisons.filter(({ verdict }) => verdict === 'refuted');
  const seen = firstOf(
    refuted,
    MOST_SHOWN,
    (each) =>
      html`<figure class="effect"><figcaption><b>${each.name}</b>: ${short(each.estimate)}, not in ${interval(each.zone)}</figcaption>${intervalPicture(each)}</figure>`,
    (left) => html`<p>${count(left)} more refuted comparisons are in report.json.</p>`,
  );
  return html`<div class="counterexample">
<h6>${counterexampleTitle(found)}</h6>
${seen}
<pre class="scroll" role="group" aria-label="Setting">${JSON.stringify(setting, null, 2)}</pre>
${command(replay)}
</div>`;
}
