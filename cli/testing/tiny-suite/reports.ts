import type { FigureSpecification } from '../../../reports/figures/specification.ts';
import type { Report } from '../../../reports/model/report.ts';
import { plainReports, type SuiteReports } from '../../../reports/model/suite-reports.ts';
import type { PayoffRecord } from './payoff-figure.ts';

/** What reports of the suite show beside what every report shows. */
export const reports: SuiteReports = { ...plainReports, figures: [payoff] };

function payoff({ figureData }: Report): FigureSpecification | null {
  const record = figureData.find(({ figure }) => figure === 'payoff') as PayoffRecord | undefined;
  if (record === undefined) return null;
  const x = { field: 'probability', type: 'quantitative' } as const;
  return {
    id: 'payoff',
    title: 'Bets pay what they should',
    caption: `Mean payoffs of ${record.replicates} bets, simulated and predicted.`,
    pictures: [
      {
        spec: {
          data: { values: [...record.points] },
          layer: [
            { mark: 'line', encoding: { x, y: { field: 'predicted', type: 'quantitative' } } },
            { mark: 'point', encoding: { x, y: { field: 'mean', type: 'quantitative' } } },
          ],
        },
        alternative: 'Payoffs rise with the probability of winning.',
      },
    ],
    data: {
      header: ['P', 'predicted', 'simulated', 'low', 'high'],
      rows: record.points.map(({ probability, predicted, mean, low, high }) => [
        probability,
        predicted,
        mean,
        low,
        high,
      ]),
    },
  };
}
