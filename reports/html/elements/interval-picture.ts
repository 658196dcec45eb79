import type { ComparisonOutcome } from '../../../properties/engine/claim.ts';
import { interval, short } from '../../wording/numbers.ts';
import { html, type Markup } from './markup.ts';

type Pictured = Omit<ComparisonOutcome, 'trace'>;

/** Ends of an axis. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Share of the picture's width, in %, that is left free at each side: for labels, and to show that an open end goes on. */
const INSET = 15;

/** Lines of the picture, from its top, in CSS pixels. */
const AXIS = 17;
const LABELS = 45;

/** The range of an axis that the pictures of some comparisons can share; null when there is nothing to draw. */
export function rangeOf(comparisons: readonly Pictured[]): Range | null {
  const values = comparisons
    .flatMap(({ expected, estimate, interval, zone }) => [expected, estimate, ...(interval ?? []), ...(zone ?? [])])
    .filter((value) => value !== null)
    .filter(Number.isFinite);
  if (values.length === 0) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // A single point stands in the middle.
  return low < high ? { low, high } : { low: low - 1, high: high + 1 };
}

/**
 * An estimate against its margin: the zone shaded, the expected value a tick, the 95 % interval a bar, the estimate a dot. An end that
 * does not exist runs out of the picture. Positions are percentages, so that the picture is as wide as its place and its text is not scaled.
 */
export function intervalPicture(comparison: Pictured, range = rangeOf([comparison])): Markup | null {
  if (range === null) return null;
  const { expected, estimate, interval: ends, zone, verdict } = comparison;
  const at = (value: number) =>
    Number((INSET + ((100 - 2 * INSET) * (value - range.low)) / (range.high - range.low)).toFixed(2));
  return html`<svg class="interval ${verdict}" role="img" aria-label="${alternative(comparison)}" height="50" width="100%">
${zone && zonePicture(zone, at)}
<line class="axis" x1="0" x2="100%" y1="${AXIS}" y2="${AXIS}"/>
${expected === null ? null : html`<line class="expected" x1="${at(expected)}%" x2="${at(expected)}%" y1="1" y2="33"/>`}
${ends && barPicture(ends, at)}
${estimate === null ? null : html`<circle class="estimate" cx="${at(estimate)}%" cy="${AXIS}" r="5"/>`}
</svg>`;
}

type Ends = readonly [number | null, number | null];

function zonePicture([low, high]: Ends, at: (value: number) => number): Markup {
  const from = low === null ? 0 : at(low);
  const to = high === null ? 100 : at(high);
  const edge = (value: number | null, anchor: string) =>
    value === null
      ? null
      : html`<line class="edge" x1="${at(value)}%" x2="${at(value)}%" y1="4" y2="30"/>
<text x="${at(value)}%" y="${LABELS}" text-anchor="${anchor}">${short(value)}</text>`;
  // Labels point away from each other, so that those of a narrow zone do not meet.
  return html`<rect class="zone" x="${from}%" width="${Number((to - from).toFixed(2))}%" y="4" height="26"/>
${low === high ? edge(low, 'middle') : [edge(low, 'end'), edge(high, 'start')].filter((each) => each !== null)}`;
}

function barPicture([low, high]: Ends, at: (value: number) => number): Markup {
  const cap = (value: number | null) =>
    value === null
      ? null
      : html`<line class="bar" x1="${at(value)}%" x2="${at(value)}%" y1="${AXIS - 5}" y2="${AXIS + 5}"/>`;
  const [from, to] = [low === null ? 0 : at(low), high === null ? 100 : at(high)];
  return html`<line class="bar" x1="${from}%" x2="${to}%" y1="${AXIS}" y2="${AXIS}"/>${cap(low)}${cap(high)}`;
}

/** The picture in words. */
function alternative({ name, expected, estimate, interval: ends, zone, verdict }: Pictured): string {
  const texts = [
    `${name}: estimate ${short(estimate)}`,
    ends === null ? null : `95 % interval ${interval(ends)}`,
    expected === null ? null : `expected ${short(expected)}`,
    zone === null ? null : `zone ${interval(zone)}`,
    verdict,
  ];
  return texts.filter((text) => text !== null).join(', ');
}
