import type { Report } from '../model/report.ts';
import type { Figure } from './figure.ts';
import { sketches } from './specifications.ts';

/** The figures of a report: those whose data it has. Absent data makes no figure, not an empty one. */
export async function figuresOf(report: Report): Promise<readonly Figure[]> {
  const found = sketches(report);
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
