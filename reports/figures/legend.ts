import { shortened } from './shortened.ts';
import type { Layer, Panel } from './specification.ts';
import { seriesLook, WIDTH } from './theme.ts';

/** What stands for a series in the legend: the very line and points that it is drawn with. */
export interface Key {
  readonly name: string;
  readonly line?: { readonly color: string; readonly dash: readonly number[] };
  /** Drawn over the line, one over another. */
  readonly points?: readonly {
    readonly shape: string;
    readonly color: string;
    readonly filled: boolean;
    readonly size?: number;
  }[];
}

/** The key of the series at a place in a row. */
export function seriesKey(name: string, at: number): Key {
  const { color, dash, shape } = seriesLook(at);
  return { name, line: { color, dash }, points: [{ shape, color, filled: true }] };
}

const ROW = 18;
const LINE = 28;
const GAP = 6;

/** Pixels a letter of 11 pixels' height takes, with room to spare. */
const LETTER = 6.4;

/** Longest name that is shown in full. */
const LONGEST = 125;

/** Pixels that a picture has beside an axis. */
const USABLE = WIDTH - 60;

/**
 * A legend as a panel of its own: Vega's shows a line, a dash pattern or a point, but not a dashed line with a point on it.
 * @param most columns of entries at most, filled row by row; fewer when names are long
 */
export function legend(keys: readonly Key[], most: number, title?: string): Panel {
  const names = keys.map(({ name }) => shortened(name, LONGEST));
  const column = LINE + GAP + LETTER * Math.max(...names.map(({ length }) => length)) + 3 * GAP;
  const columns = Math.max(1, Math.min(most, Math.floor(USABLE / column)));
  const rows = Math.ceil(keys.length / columns);
  return {
    width: column * Math.min(columns, keys.length),
    height: ROW * rows,
    view: { stroke: null },
    ...(title === undefined ? {} : { title: { text: title, fontSize: 12, fontWeight: 'normal' } }),
    layer: keys.flatMap((key, at) =>
      entry(key, names[at]!, column * (at % columns), ROW * (Math.floor(at / columns) + 0.5)),
    ),
  };
}

function entry({ line, points = [] }: Key, name: string, left: number, middle: number): Layer[] {
  const y = { value: middle };
  const one = { data: { values: [{}] } };
  const stroke: Layer[] =
    line === undefined
      ? []
      : [
          {
            ...one,
            mark: { type: 'rule', color: line.color, strokeWidth: 2, strokeDash: [...line.dash] },
            encoding: { x: { value: left }, x2: { value: left + LINE }, y },
          },
        ];
  return [
    ...stroke,
    ...points.map(
      ({ shape, color, filled, size = 50 }): Layer => ({
        ...one,
        mark: { type: 'point', shape, color, filled, size, opacity: 1, strokeWidth: 1.4 },
        encoding: { x: { value: left + LINE / 2 }, y },
      }),
    ),
    {
      ...one,
      mark: { type: 'text', align: 'left', baseline: 'middle', text: name },
      encoding: { x: { value: left + LINE + GAP }, y },
    },
  ];
}
