import type { Report } from '../model/report.ts';
import type { SuiteReports } from '../model/suite-reports.ts';
import { domain } from './domain.ts';
import { evidence } from './evidence.ts';
import { killMatrix } from './kill-matrix.ts';
import type { FigureSpecification } from './specification.ts';

/** The figures of a report, not yet drawn, in the order of the page: those of the suite, then those of every suite. A figure without data is left out. */
export function specificationsOf(report: Report, reports: SuiteReports): FigureSpecification[] {
  return [
    ...reports.figures.map((figure) => figure(report)),
    killMatrix(report),
    evidence(report),
    domain(report, reports),
  ].filter((found) => found !== null);
}
