import type { Report } from '../model/report.ts';
import type { SuiteReports } from '../model/suite-reports.ts';
import type { Figure } from './figure.ts';
import { specificationsOf } from './specifications.ts';

/** The figures of a report of a suite. A figure without data is left out. */
export async function figuresOf(report: Report, reports: SuiteReports): Promise<readonly Figure[]> {
  const found = specificationsOf(report, reports);
  if (found.length === 0) return [];
  const { draw } = await import('./draw.ts');
  return Promise.all(
    found.map(async ({ pictures, ...figure }) => ({
      ...figure,
      pictures: await Promise.all(
        pictures.map(async ({ spec, alternative }, at) => ({
          svg: await draw(spec, `${figure.id}-${at}`),
          alternative,
        })),
      ),
    })),
  );
}
