import { DataError } from '../../properties/engine/data-error.ts';
import type { Report } from '../model/report.ts';
import { clipped, printable } from '../wording/printable.ts';
import { sameDigits } from './effects.ts';

/** Characters of a foreign word that a line shows. */
const WORD = 40;

/**
 * Refuses a baseline of another kind of run: what it says of claims would differ for reasons that are no regressions.
 * @throws DataError for another tier, and for retrained generators that saw other kinds of digits.
 */
export function refuseUnlike(baseline: Report, report: Report): void {
  const anew = 'make a baseline of the same kind with claimcheck verify';
  if (baseline.tier !== report.tier) {
    throw new DataError(
      `the baseline is of the ${clipped(printable(baseline.tier), WORD)} tier, the report of the ${clipped(printable(report.tier), WORD)} tier: ${anew}`,
    );
  }
  const [before, now] = [kindsOf(baseline), kindsOf(report)];
  if (baseline.engine !== null && report.engine !== null && before !== now) {
    throw new DataError(`the generators of the baseline saw ${before} digits, those of the report ${now}: ${anew}`);
  }
}

/** What differs between two runs that can be compared, a sentence each. */
export function unlikeness(baseline: Report, report: Report): string[] {
  const [before, now] = [baseline.engine, report.engine];
  if (before === null || now === null) return [];
  const text = ({ name, description }: typeof before) => clipped(printable(`${name} (${description})`), 2 * WORD);
  return [
    ...(text(before) === text(now) ? [] : [`Other engine: ${text(before)} before, ${text(now)} now.`]),
    ...(sameDigits(baseline, report)
      ? []
      : ['Other images of the same kind of digits: effects of retrained generators are not compared.']),
  ];
}

function kindsOf({ digits }: Report): string {
  return clipped(printable(digits.map(({ kind }) => kind).join(' and ')), WORD);
}
