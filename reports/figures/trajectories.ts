import type { Trajectories } from '../../properties/evidence.ts';
import { counted, percent, short } from '../numbers.ts';
import type { Report } from '../report.ts';
import { legend } from './legend.ts';
import { logFloor } from './log-axis.ts';
import { shortened } from './shortened.ts';
import type { Layer, Sketch } from './sketch.ts';
import { colors, WIDTH } from './theme.ts';

type Series = Trajectories['series'][number];

/** Room for axes and gaps of a column of panels, and of all of them. */
const MARGINS = { each: 24, all: 100 };

/** Distance to the knowledge center by round: simulated, exact and bounded, a panel for each radius and schedule. */
export function trajectories({ illustrations }: Report): Sketch | null {
  const found = illustrations.find((each) => each.illustration === 'trajectories');
  if (found === undefined || found.series.length === 0) return null;
  const { series, replicates } = found;
  const floor = logFloor(
    series.flatMap(({ exact, bound, simulated }) => [...exact, ...bound, ...simulated.map(({ mean }) => mean)]),
  );
  const columns = new Set(series.map(({ radius }) => radius)).size;
  const points = series.flatMap(({ exact, simulated }) =>
    simulated.map(({ low, high }, k) => low <= exact[k]! && exact[k]! <= high),
  );
  const covered = points.filter(Boolean).length / points.length;
  const ratios = series.flatMap(({ exact, bound }) => exact.map((value, k) => value / bound[k]!));
  const above = ratios.filter((ratio) => ratio > 1 + ROUNDING).length;
  return {
    id: 'trajectories',
    title: 'Convergence to the knowledge center',
    caption:
      `E‖θ̂_k − θ_c‖² by round k, a column for each radius r, a row for each schedule of accepted samples n_k; ${counted(replicates, 'replicate')}. ` +
      `Theorem 4.1 bounds it by a term that falls with ρ^{2k} and one that falls with n_k: the exact chain lies below the dashed bound and close to it, ` +
      `and simulated runs follow the exact chain. A smaller r is faster; how far it falls is set by the schedule: at constant n_k it stays above a floor.`,
    pictures: [
      {
        spec: {
          vconcat: [
            {
              data: { values: series.flatMap((each, order) => valuesOf(each, order, floor)) },
              facet: {
                column: { field: 'panel', type: 'nominal', title: null, sort: { field: 'radius', op: 'min' } },
                row: {
                  field: 'schedule',
                  type: 'nominal',
                  title: null,
                  sort: { field: 'order', op: 'min' },
                  header: { labelOrient: 'right' },
                },
              },
              spec: {
                width: Math.min(300, Math.floor((WIDTH - MARGINS.all) / columns) - MARGINS.each),
                height: 150,
                layer: [...layers],
              },
            },
            legend(keys, 3),
          ],
        },
        alternative:
          `${counted(series.length, 'panel')} of E‖θ̂_k − θ_c‖² on a log axis. ` +
          `The exact chain is ${above === 0 ? 'nowhere above the bound' : `above the bound at ${counted(above, 'point')}`} and between ${short(Math.min(...ratios))} and ${short(Math.max(...ratios))} of it. ` +
          `The simulated 95 % interval covers the exact value at ${percent(covered)} of the points. ` +
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

/** The exact chain is exact to about ten digits; where it meets the bound, rounding may put it above. */
const ROUNDING = 1e-8;

function valuesOf({ radius, schedule, exact, bound, simulated }: Series, order: number, floor: number) {
  const panel = { panel: `r = ${short(radius)}`, schedule: `n_k: ${shortened(schedule, 30)}`, radius, order };
  return [
    ...bound.map((value, k) => ({ ...panel, k, curve: 'bound', value: Math.max(value, floor) })),
    ...exact.map((value, k) => ({ ...panel, k, curve: 'exact', value: Math.max(value, floor) })),
    ...simulated.map(({ mean, low, high }, k) => ({
      ...panel,
      k,
      curve: 'simulated',
      value: Math.max(mean, floor),
      low: Math.max(low, floor),
      high: Math.max(high, floor),
    })),
  ];
}

const looks = {
  bound: { color: colors.vermillion, dash: [5, 3] },
  exact: { color: colors.black, dash: [1, 0] },
} as const;

const dot = { shape: 'circle', color: colors.blue, filled: true } as const;

const keys = [
  { name: 'bound of Theorem 4.1', line: looks.bound },
  { name: 'exact chain', line: looks.exact },
  { name: 'simulated mean, 95 % interval', points: [dot] },
];

const x = {
  field: 'k',
  type: 'quantitative',
  title: 'round k',
  axis: { tickMinStep: 1, tickCount: 5, grid: false },
} as const;
const y = (field: string) =>
  ({
    field,
    type: 'quantitative',
    scale: { type: 'log', nice: false },
    title: 'E‖θ̂_k − θ_c‖²',
    axis: { tickCount: 4 },
  }) as const;

const only = (curve: string) => [{ filter: { field: 'curve', equal: curve } }];

function line(curve: keyof typeof looks): Layer {
  const { color, dash } = looks[curve];
  return {
    transform: only(curve),
    mark: { type: 'line', strokeWidth: 1.8, color, strokeDash: [...dash] },
    encoding: { x, y: y('value') },
  };
}

const layers: readonly Layer[] = [
  line('exact'),
  line('bound'),
  {
    transform: only('simulated'),
    mark: { type: 'rule', strokeWidth: 1.2, color: dot.color },
    encoding: { x, y: y('low'), y2: { field: 'high' } },
  },
  {
    transform: only('simulated'),
    mark: { type: 'point', ...dot, size: 22, opacity: 1 },
    encoding: { x, y: y('value') },
  },
];
