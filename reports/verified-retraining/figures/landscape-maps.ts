import type { TopLevelSpec } from 'vega-lite';
import type { Landscape } from '../../../properties/verified-retraining/figure-data/record.ts';
import { type Key, legend } from '../../figures/legend.ts';
import type { Layer, Panel } from '../../figures/specification.ts';
import { colors, diverging } from '../../figures/theme.ts';
import { boundaryLayers, centered, covering, mapAxes, type Rectangle, rectangles } from './landscape-grid.ts';

/** What one cell's simulation says of the sign that Theorem 3.1 gives it. */
export type Agreement = 'same sign' | 'interval covers 0' | 'other sign';

/** Whether the simulated change, where its interval leaves out 0, has the sign of the theorem. */
export function agreementOf({ leadingOrder, low, high }: Landscape['cells'][number]): Agreement {
  if (low <= 0 && high >= 0) return 'interval covers 0';
  return Math.sign(leadingOrder) === Math.sign(low) ? 'same sign' : 'other sign';
}

/** Theory, simulation and sign side by side, under one legend. */
export function landscapeMaps(found: Landscape): TopLevelSpec {
  return {
    vconcat: [
      { hconcat: [ratioMap(found, 'leadingOrder'), ratioMap(found, 'mean'), signMap(found)] },
      legend(
        classes.map(({ name, ...look }) => ({ name, points: pointsOf(look) })),
        classes.length / 2,
        'MSE(θ̂₁) / MSE(θ̂₀)',
      ),
      legend(
        [
          ...Object.entries(agreements).map(([name, look]): Key => ({ name, points: pointsOf(look) })),
          { name: 'Δ*(r), to leading order', line: { color: colors.black, dash: [1, 0] } },
        ],
        4,
        'simulated against theorem',
      ),
    ],
  };
}

/** Edge of a map in pixels. */
const SIDE = 255;

/** A cell's color, and the mark on it for those who do not see colors. */
interface Look {
  readonly color: string;
  readonly mark: {
    readonly shape: string;
    readonly color: string;
    readonly filled: boolean;
    readonly size: number;
  } | null;
}

const worse = { shape: 'cross', color: '#4a2500', filled: true, size: 16 } as const;

/** Classes of the ratio of errors by their upper ends: symmetric on a log scale, so that a halved error is as strong as a doubled one. */
const classes = (
  [
    ['below ¼', 1 / 4],
    ['¼ – ½', 1 / 2],
    ['½ – ¾', 3 / 4],
    ['¾ – 1', 1],
    ['1 – 4⁄3', 4 / 3],
    ['4⁄3 – 2', 2],
    ['2 – 4', 4],
    ['above 4', Number.POSITIVE_INFINITY],
  ] as const
).map(([name, end], at) => ({ name, end, color: diverging[at]!, mark: end > 1 ? worse : null }));

const agreements: Readonly<Record<Agreement, Look>> = {
  'same sign': { color: '#b9d6ea', mark: null },
  'interval covers 0': { color: '#ffffff', mark: { shape: 'circle', color: colors.black, filled: false, size: 30 } },
  'other sign': {
    color: colors.vermillion,
    mark: { shape: 'M-1,-1L1,1M1,-1L-1,1', color: colors.black, filled: false, size: 40 },
  },
};

const pointsOf = ({ color, mark }: Look): NonNullable<Key['points']> => [
  { shape: 'square', color, filled: true, size: 170 },
  { shape: 'square', color: '#888888', filled: false, size: 170 },
  ...(mark === null ? [] : [mark]),
];

function ratioMap(found: Landscape, value: 'leadingOrder' | 'mean'): Panel {
  const lookOf = (cell: Rectangle) => classes.find(({ end }) => 1 + cell[value] <= end) ?? classes.at(-1)!;
  const first = value === 'leadingOrder';
  return mapOf(found, first ? 'Theorem 3.1, leading order' : 'Simulated', first, lookOf);
}

function signMap(found: Landscape): Panel {
  return mapOf(found, 'Sign of the change', false, (cell) => agreements[agreementOf(cell)]);
}

function mapOf(found: Landscape, title: string, withRadius: boolean, lookOf: (cell: Rectangle) => Look): Panel {
  const cells = rectangles(found.cells).map((cell) => ({ cell, look: lookOf(cell) }));
  const own = { field: 'color', type: 'nominal', scale: null } as const;
  const marks = new Set(cells.map(({ look }) => look.mark).filter((mark) => mark !== null));
  return {
    width: SIDE,
    height: SIDE,
    title,
    encoding: mapAxes(
      cells.map(({ cell }) => cell),
      withRadius,
    ),
    layer: [
      {
        data: {
          values: cells.map(({ cell: { left, right, bottom, top }, look: { color } }) => ({
            left,
            right,
            bottom,
            top,
            color,
          })),
        },
        mark: 'rect',
        // Without a stroke of its own color a rectangle shows seams.
        encoding: { ...covering, fill: own, stroke: own },
      },
      ...[...marks].map(
        (mark): Layer => ({
          data: {
            values: cells
              .filter(({ look }) => look.mark === mark)
              .map(({ cell: { bias, radius } }) => ({ bias, radius })),
          },
          mark: { type: 'point', opacity: 0.8, strokeWidth: 1.2, ...mark },
          encoding: centered,
        }),
      ),
      ...boundaryLayers(found),
    ],
  };
}
