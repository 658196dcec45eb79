import type { TopLevelSpec } from 'vega-lite';
import type { ClaimReport } from '../model/claims.ts';
import { type Box, boxes, type Label, labels, rules } from './pixel-marks.ts';
import { shortened } from './shortened.ts';
import { colors, WIDTH } from './theme.ts';

/** Height of a row, room for the names of claims, gap between cells; in pixels. */
const ROW = 18;
const NAMES = 232;
const GAP = 3;

/** Pixels that a letter of 10 pixels' height takes. */
const LETTER = 5.4;

const LONGEST = 36;

/** A row for each claim, a cell for each stratum: its name, its settings, and a bar as long as their share. */
export function strataPicture(claims: readonly ClaimReport[]): TopLevelSpec {
  const width = WIDTH - NAMES - 20;
  const cells = claims.flatMap(({ strata, settings }, row) => {
    const entries = Object.entries(strata);
    const each = width / entries.length;
    return entries.map(([name, count], at) => ({
      box: { x: at * each, x2: (at + 1) * each - GAP, y: row * ROW, y2: (row + 1) * ROW - GAP },
      share: Math.min(1, count / settings),
      count,
      name,
    }));
  });
  const exercised = cells.filter(({ count }) => count > 0);
  const missed = cells.filter(({ count }) => count === 0);
  const middle = ({ y, y2 }: Box) => (y + y2) / 2;
  const text = ({ box, name, count }: (typeof cells)[number]): Label => {
    const tail = count === 0 ? ' – none' : ` · ${count}`;
    const letters = Math.floor((box.x2 - box.x - 2 * GAP) / LETTER) - tail.length;
    return { x: box.x + 2 * GAP, y: middle(box), text: `${shortened(name, Math.max(1, letters))}${tail}` };
  };
  return {
    width,
    height: ROW * claims.length,
    view: { stroke: null },
    layer: [
      boxes(
        cells.map(({ box }) => box),
        '#eeeeee',
      ),
      boxes(
        exercised.map(({ box, share }) => ({ ...box, x2: box.x + share * (box.x2 - box.x) })),
        '#a9cfe8',
      ),
      ...[true, false].map((rising) =>
        rules(
          missed.map(({ box: { x, x2, y, y2 } }) => ({ x, x2, y: rising ? y2 : y, y2: rising ? y : y2 })),
          colors.vermillion,
          1.5,
        ),
      ),
      labels(cells.map(text), { fontSize: 10 }),
      labels(
        claims.map(({ id }, row) => ({ x: -6, y: row * ROW + (ROW - GAP) / 2, text: shortened(id, LONGEST) })),
        { align: 'right' },
      ),
    ],
  };
}
