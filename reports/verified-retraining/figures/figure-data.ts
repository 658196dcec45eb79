import type { VerifiedRetrainingFigureData } from '../../../properties/verified-retraining/figure-data/record.ts';
import type { Report } from '../../model/report.ts';

/** The data of a figure of this paper; undefined where a report has none. */
export function dataOf<F extends VerifiedRetrainingFigureData['figure']>(
  { figureData }: Pick<Report, 'figureData'>,
  figure: F,
): Extract<VerifiedRetrainingFigureData, { figure: F }> | undefined {
  return figureData.find(
    (each): each is Extract<VerifiedRetrainingFigureData, { figure: F }> => each.figure === figure,
  );
}
