import type { ClaimReport } from '../../model/claims.ts';
import { mostTelling } from '../../model/comparisons.ts';
import { count, counted, interval, percent, short } from '../../wording/numbers.ts';
import { type DecidedEffect, decidedEffects, directionText } from '../../wording/replication.ts';
import { intervalPicture, rangeOf } from '../elements/interval-picture.ts';
import { html, type Markup } from '../elements/markup.ts';

/** What a claim came to, against its margin: of a replicated claim every effect, of another claim the most telling comparison. */
export function effectPictures(claim: ClaimReport): Markup[] {
  if (claim.replication !== null) {
    const decided = decidedEffects(claim);
    return claim.replication.effects.map(({ name }) =>
      populations(decided.filter(({ effect }) => effect.name === name)),
    );
  }
  const telling = mostTelling(claim.comparisons);
  if (telling === null) return [];
  const { name, expected, estimate, interval: ends, zone, index, settings, marginUsed } = telling;
  const used = marginUsed === null ? '' : `, ${percent(marginUsed)} of it used`;
  const where =
    settings > 1 ? `setting ${index}, of ${count(settings)} the closest to its margin${used}` : `setting ${index}`;
  return [
    html`<figure class="effect"><figcaption><b>${name}</b>: observed <b>${short(estimate)}</b>${ends && ` ${interval(ends)}`}${expected === null ? null : `, predicted ${short(expected)}`}${zone && `; supported only ${within(zone)}`} <span class="aside">(${where})</span></figcaption>
${intervalPicture(telling)}</figure>`,
  ];
}

/** One effect on every population, on one axis. */
function populations(decided: readonly DecidedEffect[]): Markup {
  const [first] = decided;
  if (first === undefined) return html``;
  const range = rangeOf(decided.map(({ seen }) => seen));
  const rows = decided.map(
    ({
      population,
      seen,
    }) => html`<div class="population"><p>${population.name}: <b>${short(seen.estimate)}</b> ${interval(seen.interval)}, ${seen.verdict} <span class="aside">${counted(population.replicates, 'replicate')}</span></p>
${intervalPicture(seen, range)}</div>`,
  );
  return html`<figure class="effect"><figcaption><b>${first.effect.name}</b>: mean claimed ${directionText(first.effect)}, smallest effect of interest ${short(first.effect.smallest)}</figcaption>
${rows}</figure>`;
}

function within(zone: readonly [number | null, number | null]): string {
  const [low, high] = zone;
  if (low === null) return `below ${short(high)}`;
  return high === null ? `above ${short(low)}` : `within ${interval(zone)}`;
}
