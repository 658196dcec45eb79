import type { TopLevelSpec } from 'vega-lite';
import type { Arm } from '../../../properties/verified-retraining/vae/arm-text.ts';
import { type Key, legend, seriesKey } from '../../figures/legend.ts';
import type { Layer, Panel } from '../../figures/specification.ts';
import { colors, seriesLook } from '../../figures/theme.ts';
import type { CurvePoint, CurveSummary } from '../../model/curves.ts';

/** A line of a panel: one metric of one arm. */
interface Line {
  readonly name: string;
  readonly points: readonly CurvePoint[];
}

interface PanelPlan {
  readonly title: string;
  readonly axis: string;
  readonly lines: readonly Line[];
  /** What real digits would have; null where there is no such value. */
  readonly real: number | null;
}

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

function plansOf(curves: readonly RetrainingCurve[], floor: number | null): PanelPlan[] {
  const upright = curves.filter(({ arm }) => !isBiased(arm));
  const biased = curves.filter(({ arm }) => isBiased(arm));
  const least = Math.min(...upright.filter(({ arm }) => arm.verifier !== undefined).map(({ arm }) => arm.keep));
  const plain = upright.filter(({ arm }) => isPlain(arm) && (arm.verifier === undefined || arm.keep === least));
  // The ways to verify are shown only where there is another one than the plain one.
  const allKnowing = upright.filter(({ arm }) => arm.verifier?.real.count === undefined);
  const ways = allKnowing.every((curve) => plain.includes(curve)) ? [] : allKnowing;
  const distance = 'Fréchet distance to real digits';
  return [
    { title: 'What the verifier knows', axis: distance, lines: linesOf(plain, 'frechet'), real: floor },
    {
      title: 'A verifier with distorted knowledge',
      axis: 'Fréchet distance',
      lines: referenceLines(biased),
      real: floor,
    },
    {
      title: 'Diversity within a class',
      axis: 'class variance / that of real digits',
      lines: linesOf([...plain, ...biased], 'classVariance'),
      real: 1,
    },
    {
      title: 'Evidence bound of real digits',
      axis: '−ELBO in nats',
      lines: linesOf([...plain, ...biased], 'negativeElbo'),
      real: null,
    },
    { title: 'How the verifier is used', axis: distance, lines: linesOf(ways, 'frechet'), real: floor },
  ];
}

/** A curve of this paper, whose arm is a way to retrain. */
export type RetrainingCurve = CurveSummary & { readonly arm: Arm };

/** Whether the verifier's idea of real digits is not the truth. */
export const isBiased = ({ verifier }: Arm) => Object.keys(verifier?.real ?? {}).some((key) => key !== 'count');

const isPlain = ({ verifier, kept, images }: Arm) =>
  verifier?.lifecycle !== 'frozen' && kept === undefined && images !== 'mean';

const linesOf = (curves: readonly RetrainingCurve[], metric: string): Line[] =>
  curves.flatMap(({ armText, metrics: { [metric]: points } }) =>
    points === undefined ? [] : [{ name: armText, points }],
  );

const referenceLines = (curves: readonly RetrainingCurve[]): Line[] => [
  ...linesOf(curves, 'frechet'),
  ...linesOf(curves, 'frechetToReference').map(({ name, points }) => ({
    name: `to the verifier’s reference: ${name}`,
    points,
  })),
];

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
