import { shortened } from '../../figures/shortened.ts';
import type { FigureSpecification } from '../../figures/specification.ts';
import type { Report } from '../../model/report.ts';
import { counted, percent, short } from '../../wording/numbers.ts';
import { covered } from './covered.ts';
import { dataOf } from './figure-data.ts';
import { trajectoryPanels } from './trajectories-panels.ts';

/** The exact chain is exact to about ten digits; where it meets the bound, rounding may put it above. */
const ROUNDING = 1e-8;

/** Distance to the knowledge center by round: simulated, exact and bounded, a panel for each radius and schedule. */
export function trajectories(report: Report): FigureSpecification | null {
  const found = dataOf(report, 'trajectories');
  if (found === undefined || found.series.length === 0) return null;
  const { series, replicates } = found;
  const share = covered(
    series.flatMap(({ exact, simulated }) => simulated.map((seen, k) => [exact[k], seen] as const)),
  );
  const ratios = series.flatMap(({ exact, bound }) => exact.map((value, k) => value / bound[k]!));
  const above = ratios.filter((ratio) => ratio > 1 + ROUNDING).length;
  return {
    id: 'trajectories',
    title: 'Convergence to the knowledge center',
    caption:
      `E‖θ̂_k − θ_c‖² by round k, a column for each radius r, a row for each schedule of accepted samples n_k; ${counted(replicates, 'replicate')}. ` +
      `Theorem 4.1 bounds it by a term that falls with ρ^{2k} and one that falls with n_k: the exact chain should lie below the dashed bound and close to it, ` +
      `and simulated runs on the exact chain. The radius sets the speed, the schedule how far the distance falls: at constant n_k there is a floor.`,
    pictures: [
      {
        spec: trajectoryPanels(series),
        alternative:
          `${counted(series.length, 'panel')} of E‖θ̂_k − θ_c‖² on a log axis. ` +
          `The exact chain is ${above === 0 ? 'nowhere above the bound' : `above the bound at ${counted(above, 'point')}`} and between ${short(Math.min(...ratios))} and ${short(Math.max(...ratios))} of it. ` +
          `The simulated 95 % interval covers the exact value at ${percent(share)} of the points. ` +
          series
            .map(
              ({ radius, schedule, exact }) =>
                `r = ${short(radius)}, ${shortened(schedule, 40)}: from ${short(exact[0] ?? null)} to ${short(exact.at(-1) ?? null)} in ${counted(exact.length - 1, 'round')}.`,
            )
            .join(' '),
      },
    ],
    data: {
      header: ['r', 'schedule', 'k', 'exact', 'bound', 'simulated', 'low', 'high'],
      rows: series.flatMap(({ radius, schedule, exact, bound, simulated }) =>
        exact.map((value, k) => [
          radius,
          schedule,
          k,
          value,
          bound[k] ?? null,
          simulated[k]?.mean ?? null,
          simulated[k]?.low ?? null,
          simulated[k]?.high ?? null,
        ]),
      ),
    },
  };
}
