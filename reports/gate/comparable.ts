import { DataError } from '../../properties/engine/data-error.ts';
import type { Report, ReportedBackend } from '../model/report.ts';
import { clipped, printable } from '../wording/printable.ts';
import { sameData } from './effects.ts';

/** Characters of a word from a report that a line shows. */
const LONGEST_WORD = 40;

/**
 * Refuses a baseline of another kind of run: what it says of claims would differ for reasons that are no regressions.
 * @throws DataError for another suite, another tier, and for replicated runs on other data.
 */
export function refuseUnlike(baseline: Report, report: Report): void {
  const anew = 'make a baseline of the same kind with claimcheck verify';
  if (baseline.suite.id !== report.suite.id) {
    throw new DataError(
      `the baseline is of the suite ${shown(baseline.suite.id)}, the report of the suite ${shown(report.suite.id)}: ${anew}`,
    );
  }
  if (baseline.tier !== report.tier) {
    throw new DataError(
      `the baseline is of the ${shown(baseline.tier)} tier, the report of the ${shown(report.tier)} tier: ${anew}`,
    );
  }
  if (baseline.backend === null || report.backend === null) return;
  const [before, now] = [dataOf(baseline.backend), dataOf(report.backend)];
  if (before !== now) {
    throw new DataError(
      `replicated runs of the baseline worked on the data ${before}, those of the report on ${now}: ${anew}`,
    );
  }
}

/** What differs between two runs that can be compared, a sentence each. */
export function unlikeness(baseline: Report, report: Report): string[] {
  const [before, now] = [baseline.backend, report.backend];
  if (before === null || now === null) return [];
  const text = ({ name, description }: ReportedBackend) =>
    clipped(printable(`${name} (${description})`), 2 * LONGEST_WORD);
  return [
    ...(text(before) === text(now) ? [] : [`Other backend: ${text(before)} before, ${text(now)} now.`]),
    ...(sameData(baseline, report)
      ? []
      : ['Data of the same name with other contents: effects of replicated claims are not compared.']),
  ];
}

function dataOf({ data }: ReportedBackend): string {
  return shown(data.map(({ id }) => id).join(' and '));
}

function shown(word: string): string {
  return clipped(printable(word), LONGEST_WORD);
}
