import type { Verdict } from '../../properties/engine/claim.ts';
import type { Report } from '../model/report.ts';
import { budgetName, errorsText } from '../wording/budgets.ts';
import { count, counted, percent, short } from '../wording/numbers.ts';
import { anchorOf } from './elements/anchors.ts';
import { command } from './elements/command.ts';
import { factList } from './elements/facts.ts';
import { firstOf, html, type Markup } from './elements/markup.ts';
import { classOf, meanings, readingOf, readings, verdictMark, verdictText } from './elements/verdict.ts';
import { reasonList } from './statements/claim.ts';

/** The answer in a sentence. It names what contradicts the theory before anything else. */
export function headline({ counts, verdict }: Report): string {
  if (verdict === 'in part') return 'Nothing is refuted in this part of a run.';
  const { supported, refuted, undecided } = counts.statements;
  const checked = supported + refuted + undecided;
  const of = (number: number) => `${number} of ${counted(checked, 'checked statement')} ${number === 1 ? 'is' : 'are'}`;
  if (refuted > 0) return `${of(refuted)} refuted.`;
  if (undecided > 0) return `Nothing is refuted, but ${of(undecided)} undecided.`;
  if (checked === 0) return 'No statement was checked.';
  return `Nothing is refuted: all ${counted(checked, 'checked statement')} came out as expected.`;
}

/** What a reader must know of how the evidence came together; null when there is nothing. */
export function notes({ notes: said }: Report): Markup | null {
  return said.length === 0 ? null : html`<ul class="notes">${said.map((note) => html`<li>${note}</li>`)}</ul>`;
}

/** How many statements there are of each reading. */
export function tally({ statements }: Report): Markup {
  const items = readings.map((reading) => {
    const number = statements.filter((each) => readingOf(each) === reading).length;
    return html`<li class="${classOf(reading)}${number === 0 ? ' none' : null}"><b>${number}</b> <span>${verdictMark(reading)} ${reading}</span> <small>${meanings[reading]}</small></li>`;
  });
  return html`<ul class="tally" aria-label="Statements of the paper by verdict">${items}</ul>`;
}

/** Claims that the answer names; all of them are in the list of statements. */
const MOST_NAMED = 20;

/** Claims that are refuted, then those that are undecided, with the reasons; nothing when all are supported. */
export function contradictions({ claims }: Report): Markup | null {
  const named = (['refuted', 'undecided'] as const satisfies readonly Verdict[]).flatMap((each) =>
    claims.filter(({ verdict }) => verdict === each),
  );
  if (named.length === 0) return null;
  const items = firstOf(
    named,
    MOST_NAMED,
    (claim) =>
      html`<li>${verdictText(claim.verdict)} <a href="#${anchorOf('claim', claim.id)}">${claim.title}</a> <code>${claim.id}</code>${reasonList(claim)}</li>`,
    (left) => html`<li>and ${count(left)} more</li>`,
  );
  return html`<section class="contradictions" aria-labelledby="contradictions"><h2 id="contradictions">What stands against it</h2><ul>${items}</ul></section>`;
}

/** What was run, with which error probabilities, on what, and how to run it again. */
export function runFacts(report: Report): Markup {
  const { counts, budgets, machine, backend, mutants } = report;
  return factList('run', [
    [
      'Claims',
      `${claimCounts(counts.claims)}; ${counted(counts.settings, 'setting')}, ${counted(counts.replicates, 'simulated replicate')}`,
    ],
    ['Mutants', `${counts.mutants.killed} of ${count(mutants.length)} killed by the claims that must refute them`],
    ...Object.entries(budgets).map(([kind, budget]): [string, string] => [
      `Error probabilities${budgetName(kind)}`,
      errorsText(budget),
    ]),
    ['Indifference zone', `${percent(report.indifference)} of the predicted value or effect`],
    ['Tier and seed', html`${report.tier} tier, seed <span class="number">${report.seed}</span>`],
    ['Backend', backend && `${backend.name}: ${backend.description}`],
    ['Data', backend?.data.map(({ text }) => html`<p class="long">${text}</p>`) ?? null],
    [
      'Machine',
      `${machine.processor}, ${counted(machine.cores, 'core')}, ${machine.memory} GiB; ${machine.platform}; Node ${machine.node}`,
    ],
    ['To be known', report.notes.length === 0 ? null : report.notes.map((note) => html`<p>${note}</p>`)],
    ['Working time', durationText(report.times.total)],
    ['Run it again', command(report.command)],
  ]);
}

function claimCounts(tally: Report['counts']['claims']): string {
  return Object.entries(tally)
    .map(([verdict, number]) => `${count(number)} ${verdict}`)
    .join(', ');
}

function durationText(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  return minutes < 1 ? `${short(milliseconds / 1000)} s` : `${count(Math.round(minutes))} min, summed over threads`;
}
