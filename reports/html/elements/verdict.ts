import type { Standing } from '../../../properties/engine/claim.ts';
import type { StatementReport } from '../../model/statements.ts';
import { html, type Markup } from './markup.ts';

/** What the page says of a statement, in words, in the order in which they are counted. */
export const readings = ['supported', 'shown false', 'refuted', 'undecided', 'not covered', 'out of scope'] as const;

export type Reading = (typeof readings)[number];

/** What each word means. */
export const meanings: Readonly<Record<Reading, string>> = {
  supported: 'every claim about it held',
  'shown false': 'a loose wording, refuted as it should be',
  refuted: 'a claim about it failed',
  undecided: 'the evidence does not suffice',
  'not covered': 'no claim of this run is about it',
  'out of scope': 'nothing that this suite can run',
};

/** How a statement's status is read: the claims of a loose wording support its counterexample, and it must not be taken for true. */
export function readingOf({ status, holds }: Pick<StatementReport, 'status' | 'holds'>): Reading {
  if (status === 'not yet covered') return 'not covered';
  return status === 'supported' && !holds ? 'shown false' : status;
}

/** Pictures of a mark in a square of 16, told apart by shape as well as by color. */
const shapes: Readonly<Record<Reading, Markup>> = {
  supported: html`<circle cx="8" cy="8" r="7.5" fill="currentColor"/><path d="M4.5 8.4l2.5 2.5 4.6-5.3"/>`,
  'shown false': html`<circle cx="8" cy="8" r="7.5" fill="currentColor"/><path d="M4.6 6.3h6.8M4.6 9.7h6.8M10 4.3L6 11.7"/>`,
  refuted: html`<path d="M8 0l8 8-8 8-8-8z" class="solid"/><path d="M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8"/>`,
  undecided: html`<rect x=".5" y=".5" width="15" height="15" rx="3" fill="currentColor"/><path d="M5.8 6.2c0-3 4.4-3 4.4-.2 0 1.8-2.2 1.8-2.2 3.4M8 11.7v.6"/>`,
  'not covered': html`<circle cx="8" cy="8" r="6.5" class="hollow" stroke-dasharray="2.5 2.6"/>`,
  'out of scope': html`<path class="hollow" d="M2 8h12"/>`,
};

/** The marks, drawn once; verdictMark refers to them. */
export function markSymbols(): Markup {
  const symbols = readings.map(
    (each) => html`<symbol id="${markId(each)}" viewBox="0 0 16 16">${shapes[each]}</symbol>`,
  );
  return html`<svg class="symbols" aria-hidden="true">${symbols}</svg>`;
}

/** A mark alone: for the eye, beside words that say the same. */
export function verdictMark(reading: Reading): Markup {
  return html`<svg class="mark ${classOf(reading)}" aria-hidden="true"><use href="#${markId(reading)}"/></svg>`;
}

/** A mark and its word. */
export function verdictText(said: Reading | Standing): Markup {
  const reading = said === 'in part' ? 'not covered' : said;
  return html`<span class="verdict ${classOf(reading)}">${verdictMark(reading)} ${said}</span>`;
}

/** The class of a reading in the style sheet. */
export function classOf(reading: Reading): string {
  return reading.replaceAll(' ', '-');
}

const markId = (reading: Reading) => `mark-${classOf(reading)}`;
