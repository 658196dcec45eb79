import type { Landscape } from '../../../properties/verified-retraining/figure-data/record.ts';
import type { Layer } from '../../figures/specification.ts';
import { colors } from '../../figures/theme.ts';

type Cell = Landscape['cells'][number];

/** A cell with the edges of its rectangle: halfway to its neighbours in bias (across) and radius (up). */
export type Rectangle = Cell & {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
};

/** The cells as rectangles that fill the map. */
export function rectangles(cells: readonly Cell[]): Rectangle[] {
  const across = edges(cells.map(({ bias }) => bias));
  const up = edges(cells.map(({ radius }) => radius));
  return cells.map((cell) => {
    const [left, right] = across.get(cell.bias)!;
    const [bottom, top] = up.get(cell.radius)!;
    return { ...cell, left, right, bottom, top };
  });
}

/** Encoding of marks that cover a rectangle. */
export const covering = {
  x: { field: 'left', type: 'quantitative' },
  x2: { field: 'right' },
  y: { field: 'bottom', type: 'quantitative' },
  y2: { field: 'top' },
} as const;

/** Encoding of marks in the middle of a cell. */
export const centered = {
  x: { field: 'bias', type: 'quantitative' },
  y: { field: 'radius', type: 'quantitative' },
} as const;

/** Scales that fit the cells, with or without the axis of r/σ, which panels side by side share. */
export function mapAxes(cells: readonly Rectangle[], withRadius: boolean) {
  const domain = (low: keyof Rectangle, high: keyof Rectangle) => ({
    domain: [Math.min(...cells.map((cell) => cell[low])), Math.max(...cells.map((cell) => cell[high]))],
    nice: false,
    zero: false,
  });
  return {
    x: { scale: domain('left', 'right'), title: 'bias Δ/σ', axis: { grid: false, tickCount: 5 } },
    y: {
      scale: domain('bottom', 'top'),
      title: withRadius ? 'radius r/σ' : null,
      axis: { grid: false, tickCount: 5, labels: withRadius },
    },
  } as const;
}

/** Δ*(r) as a black line on a white one, so that it is seen on every color. It breaks where no bias improves. */
export function boundaryLayers({ boundary }: Landscape): Layer[] {
  const values = boundary.toSorted((a, b) => a.radius - b.radius);
  return [
    { color: '#ffffff', strokeWidth: 5 },
    { color: colors.black, strokeWidth: 2 },
  ].map((look) => ({
    data: { values },
    mark: { type: 'line', clip: true, ...look },
    encoding: {
      ...centered,
      order: { field: 'radius', type: 'quantitative' },
    },
  }));
}

/** Each value with the ends of its interval: halfway to its neighbours, and as far beyond the first and the last. */
function edges(values: readonly number[]): Map<number, readonly [number, number]> {
  const known = [...new Set(values)].sort((a, b) => a - b);
  const half = (a: number | undefined, b: number | undefined) =>
    a === undefined || b === undefined ? null : (b - a) / 2;
  return new Map(
    known.map((value, at) => {
      const below = half(known[at - 1], value);
      const above = half(value, known[at + 1]);
      // A map of one column is as wide as anything: its cells have the size 1.
      return [value, [value - (below ?? above ?? 0.5), value + (above ?? below ?? 0.5)]] as const;
    }),
  );
}
