import type { ClaimReport } from '../model/claims.ts';
import type { MutantReport } from '../model/mutants.ts';
import type { Key } from './legend.ts';
import { labels, placed, rules } from './pixel-marks.ts';
import { shortened } from './shortened.ts';
import type { Layer, Panel } from './specification.ts';

/** What came of holding a claim against a mutant, in its place. */
export interface KillCell {
  readonly row: number;
  readonly column: number;
  readonly look: NonNullable<Key['points']>[number];
}

/** Edge of a cell in pixels. */
const CELL = 15;

/** Between the matrix and its labels, in pixels. */
const GAP = 6;

/** Pixels that a letter of 11 pixels' height takes. */
const LETTER = 6;

/** Longest label that is shown in full. */
const LONGEST = 36;

/** Rows and columns with labels, groups set apart by lines, and a mark in each cell. */
export function matrixPanel(
  claims: readonly ClaimReport[],
  mutants: readonly MutantReport[],
  cells: readonly KillCell[],
): Panel {
  const width = CELL * mutants.length;
  const height = CELL * claims.length;
  const down = groupsOf(claims.map(({ group }) => group));
  const across = groupsOf(mutants.map(({ part }) => part));
  const lines = (count: number) => Array.from({ length: count + 1 }, (_, at) => at * CELL);
  const shapes = [...new Set(cells.map(({ look }) => look))];
  return {
    width,
    height,
    view: { stroke: null },
    layer: [
      rules(
        lines(mutants.length).map((x) => ({ x, x2: x, y: 0, y2: height })),
        '#dddddd',
      ),
      rules(
        lines(claims.length).map((y) => ({ x: 0, x2: width, y, y2: y })),
        '#dddddd',
      ),
      rules(
        across.map(({ end }) => ({ x: end * CELL, x2: end * CELL, y: 0, y2: height + GAP })),
        '#333333',
      ),
      rules(
        down.map(({ end }) => ({ x: 0, x2: width + GAP, y: end * CELL, y2: end * CELL })),
        '#333333',
      ),
      ...shapes.map(
        (look): Layer => ({
          data: {
            values: cells
              .filter((cell) => cell.look === look)
              .map(({ row, column }) => ({ x: (column + 0.5) * CELL, y: (row + 0.5) * CELL })),
          },
          mark: { type: 'point', opacity: 1, strokeWidth: 1.6, ...look },
          encoding: placed,
        }),
      ),
      labels(
        claims.map(({ id }, row) => ({ x: -GAP, y: (row + 0.5) * CELL, text: shortened(id, LONGEST) })),
        { align: 'right' },
      ),
      labels(
        mutants.map(({ id }, column) => ({ x: (column + 0.5) * CELL, y: -GAP, text: shortened(id, LONGEST) })),
        { angle: 270 },
      ),
      labels(
        down.map(({ name, start, end }) => ({
          x: width + GAP,
          y: ((start + end) / 2) * CELL,
          text: shortened(name, LONGEST),
        })),
        { fontStyle: 'italic' },
      ),
      ...across.map(({ name, start, end }) => {
        const text = shortened(name, LONGEST);
        const fits = text.length * LETTER < (end - start) * CELL;
        const x = ((start + end) / 2) * CELL;
        return labels([{ x, y: height + 2 * GAP, text }], {
          fontStyle: 'italic',
          ...(fits ? { align: 'center' } : { angle: 90 }),
        });
      }),
    ],
  };
}

/** Runs of equal names, from `start` to before `end`. */
function groupsOf(names: readonly string[]): { name: string; start: number; end: number }[] {
  const ends = names.flatMap((name, at) => (name === names[at + 1] ? [] : [{ name, end: at + 1 }]));
  return ends.map(({ name, end }, at) => ({ name, start: ends[at - 1]?.end ?? 0, end }));
}
