import type { Verdict } from '../../properties/engine/claim.ts';
import type { Report } from '../model/report.ts';
import { count, counted, percent, short } from '../wording/numbers.ts';
import { anchorOf } from './elements/anchors.ts';
import { command } from './elements/command.ts';
import { factList } from './elements/facts.ts';
import { firstOf, html, type Markup, type Part } from './elements/markup.ts';
import { classOf, meanings, readingOf, readings, verdictMark, verdictText } from './elements/verdict.ts';
import { reasonList } from './statements/claim.ts';

/** The answer in a sentence: what contradicts comes first. */
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

/** How many statements are read how. */
export function tally({ statements }: Report): Markup {
  const items = readings.map((reading) => {
    const number = statements.filter((each) => readingOf(each) === reading).length;
    return html`<li class="${classOf(reading)}${number === 0 ? ' none' : null}"><b>${number}</b> <span>${verdictMark(reading)} ${reading}</span> <small>${meanings[reading]}</small></li>`;
  });
  return html`<ul class="tally" aria-label="Statements of the paper by verdict">${items}</ul>`;
}

/** Claims that are named before everything else; all are in the list. */
const CONTRADICTING = 20;

/** Claims that are refuted, then those that are undecided, with the reasons; nothing when all are supported. */
export function contradictions({ claims }: Report): Markup | null {
  const named = (['refuted', 'undecided'] as const satisfies readonly Verdict[]).flatMap((each) =>
    claims.filter(({ verdict }) => verdict === each),
  );
  if (named.length === 0) return null;
  const items = firstOf(
    named,
    CONTRADICTING,
    (claim) =>
      html`<li>${verdictText(claim.verdict)} <a href="#${anchorOf('claim', claim.id)}">${claim.title}</a> <code>${claim.id}</code>${reasonList(claim)}</li>`,
    (left) => html`<li>and ${count(left)} more</li>`,
  );
  return html`<section class="contradictions" aria-labelledby="contradictions"><h2 id="contradictions">What stands against it</h2><ul>${items}</ul></section>`;
}

/** What was run, with which error probabilities, on what, and how to run it again. */
export function runFacts(report: Report): Markup {
  const { counts, budget, machine, engine, digits, mutants } = report;
  const { falseRefutationOfRun: refuting, falseSupportOfClaim: supporting, retraining } = budget;
  const errors = (refutation: number, support: number) =>
    `at most ${short(refutation)} that anything true is refuted, ${short(support)} that a claim that fails is called supported`;
  return factList('run', [
    [
      'Claims',
      `${claimCounts(counts.claims)}; ${counted(counts.draws, 'setting')}, ${counted(counts.replicates, 'simulated replicate')}`,
    ],
    [
      'Wrong worlds',
      `${counts.mutants.killed} of ${count(mutants.length)} refuted by the claims that must refute them`,
    ],
    ['Error probabilities', errors(refuting, supporting)],
    ['of retrained generators', retraining && errors(retraining.falseRefutationOfRun, retraining.falseSupportOfClaim)],
    ['Indifference zone', `${percent(report.indifference)} of the predicted value or effect`],
    ['Tier and seed', html`${report.tier} tier, seed <span class="number">${report.seed}</span>`],
    ['Digits', digits.length === 0 ? null : digits.map(digitsText)],
    ['Engine', engine && `${engine.name}: ${engine.description}`],
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

function digitsText({ provenance, digest, floor }: Report['digits'][number]): Markup {
  const texts: Part = `${provenance}; a perfect generator would be at a Fréchet distance of ${short(floor)}; SHA-256`;
  return html`<p>${texts} <code class="digest">${digest}</code></p>`;
}

function durationText(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  return minutes < 1 ? `${short(milliseconds / 1000)} s` : `${count(Math.round(minutes))} min, summed over threads`;
}
