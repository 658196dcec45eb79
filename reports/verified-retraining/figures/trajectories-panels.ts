import type { TopLevelSpec } from 'vega-lite';
import type { Trajectories } from '../../../properties/verified-retraining/figure-data/record.ts';
import { legend } from '../../figures/legend.ts';
import { type LogAxis, logAxis } from '../../figures/log-axis.ts';
import { shortened } from '../../figures/shortened.ts';
import type { Layer } from '../../figures/specification.ts';
import { colors, WIDTH } from '../../figures/theme.ts';
import { short } from '../../wording/numbers.ts';

type Series = Trajectories['series'][number];

/** Room for axes and gaps of a column of panels, and of all of them. */
const MARGINS = { each: 24, all: 100 };

/** A panel for each radius (columns) and schedule (rows). */
export function trajectoryPanels(series: readonly Series[]): TopLevelSpec {
  const axis = logAxis(
    series.flatMap(({ exact, bound, simulated }) => [...exact, ...bound, ...simulated.map(({ high }) => high)]),
    { below: 1 / 2, above: 1.3 },
  );
  const columns = new Set(series.map(({ radius }) => radius)).size;
  return {
    vconcat: [
      {
        data: { values: series.flatMap((each, order) => valuesOf(each, order, axis)) },
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
          layer: layersOf(axis),
        },
      },
      legend(keys, 3),
    ],
  };
}

function valuesOf({ radius, schedule, exact, bound, simulated }: Series, order: number, { place }: LogAxis) {
  const panel = { panel: `r = ${short(radius)}`, schedule: `n_k: ${shortened(schedule, 30)}`, radius, order };
  return [
    ...bound.map((value, k) => ({ ...panel, k, curve: 'bound', value: place(value) })),
    ...exact.map((value, k) => ({ ...panel, k, curve: 'exact', value: place(value) })),
    ...simulated.map(({ mean, low, high }, k) => ({
      ...panel,
      k,
      curve: 'simulated',
      value: place(mean),
      low: place(low),
      high: place(high),
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
  scale: { nice: false },
  axis: { tickMinStep: 1, tickCount: 5, grid: false },
} as const;
const only = (curve: string) => [{ filter: { field: 'curve', equal: curve } }];

function layersOf({ scale, ticks }: LogAxis): Layer[] {
  const y = (field: string) =>
    ({ field, type: 'quantitative', scale, title: 'E‖θ̂_k − θ_c‖²', axis: { values: ticks } }) as const;
  const line = (curve: keyof typeof looks): Layer => ({
    transform: only(curve),
    mark: { type: 'line', strokeWidth: 1.8, color: looks[curve].color, strokeDash: [...looks[curve].dash] },
    encoding: { x, y: y('value') },
  });
  return [
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
}
