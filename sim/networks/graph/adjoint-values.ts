import type { Value } from './operation.ts';
import { requireSameShape, shapeOf } from './shape.ts';

/** Sum over the rows: 1 × columns. */
export const sumRows = (x: Value): Value => ({
  operation: { kind: 'sumRows' },
  operands: [x],
  rows: 1,
  columns: x.columns,
});

/** Sum over the columns: rows × 1. */
export const sumColumns = (x: Value): Value => ({
  operation: { kind: 'sumColumns' },
  operands: [x],
  rows: x.rows,
  columns: 1,
});

/** x where `sign` is positive, slope · x elsewhere. @throws RangeError when x and sign have different shapes. */
export function gate(x: Value, sign: Value, slope: number): Value {
  requireSameShape('gate', x, sign);
  return { operation: { kind: 'gate', slope }, operands: [x, sign], rows: x.rows, columns: x.columns };
}

/** x repeated to the shape of `like`. @throws RangeError unless x has one column and one row, or as many rows as `like`. */
export function spread(x: Value, like: Value): Value {
  if (x.columns !== 1 || (x.rows !== 1 && x.rows !== like.rows)) {
    throw new RangeError(`cannot spread ${shapeOf(x)} to ${shapeOf(like)}`);
  }
  return { operation: { kind: 'spread' }, operands: [x, like], rows: like.rows, columns: like.columns };
}

/** x in the columns from `from` on, with zeros around it, `columns` wide in all. @throws RangeError when x does not fit. */
export function pad(x: Value, from: number, columns: number): Value {
  if (from < 0 || from + x.columns > columns) {
    throw new RangeError(`${x.columns} columns from ${from} do not fit into ${columns}`);
  }
  return { operation: { kind: 'pad', from }, operands: [x], rows: x.rows, columns };
}
