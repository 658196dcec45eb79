import type { TopLevelSpec } from 'vega-lite';
import { type Key, legend, seriesKey } from '../../figures/legend.ts';
import type { Layer, Panel } from '../../figures/specification.ts';
import { colors, seriesLook } from '../../figures/theme.ts';
import { type PanelPlan, plansOf, type RetrainingCurve } from './retraining-plans.ts';

const PANEL = { width: 385, height: 230 };

/** Size of the letters that name the population, above those of the panels. */
const POPULATION = 16;

/** The panels of one population under its name, two in a row, and what their lines mean. */
export function pictureOf(population: string, curves: readonly RetrainingCurve[], floor: number | null): TopLevelSpec {
  const plans = plansOf(curves, floor).filter(({ lines }) => lines.length > 0);
  const names = [...new Set(plans.flatMap(({ lines }) => lines.map(({ name }) => name)))];
  const panels = plans.map((plan) => panelOf(plan, names));
  const real: Key = { name: 'real digits', line: realLook };
  return {
    title: { text: population, fontSize: POPULATION, offset: POPULATION },
    vconcat: [{ concat: panels, columns: 2 }, legend([...names.map(seriesKey), real], 2)],
  };
}

const realLook = { color: colors.grey, dash: [1, 2] } as const;

function panelOf({ title, axis, lines, real }: PanelPlan, names: readonly string[]): Panel {
  const x = {
    field: 'round',
    type: 'quantitative',
    title: 'round k',
    scale: { nice: false },
    axis: { tickMinStep: 1, grid: false },
  } as const;
  const y = (field: string) => ({ field, type: 'quantitative', title: axis, scale: { zero: false } }) as const;
  const realLayer: Layer[] =
    real === null
      ? []
      : [
          {
            data: { values: [{ real }] },
            mark: { type: 'rule', color: realLook.color, strokeDash: [...realLook.dash], strokeWidth: 2 },
            encoding: { y: y('real') },
          },
        ];
  return {
    ...PANEL,
    title,
    layer: [
      ...realLayer,
      ...lines.flatMap(({ name, points }): Layer[] => {
        const { color, dash, shape } = seriesLook(names.indexOf(name));
        const data = { values: [...points] };
        return [
          { data, mark: { type: 'area', color, opacity: 0.13 }, encoding: { x, y: y('low'), y2: { field: 'high' } } },
          {
            data,
            mark: { type: 'line', color, strokeDash: dash },
            encoding: { x, y: y('mean') },
          },
          {
            data,
            mark: {
              type: 'point',
              filled: true,
              opacity: 1,
              size: 30,
              color,
              shape,
            },
            encoding: { x, y: y('mean') },
          },
        ];
      }),
    ],
  };
}
