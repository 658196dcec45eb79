import type { Value } from './operation.ts';

/** The shape of a value for an error message, as "batch × 128". */
export function shapeOf(value: Value): string {
  return `${value.rows} × ${value.columns}`;
}

/** @throws RangeError when the two values have different shapes. */
export function requireSameShape(what: string, a: Value, b: Value): void {
  if (a.rows !== b.rows || a.columns !== b.columns) {
    throw new RangeError(`${what} needs values of one shape, not ${shapeOf(a)} and ${shapeOf(b)}`);
  }
}

/** @throws RangeError when the count is not a whole number ≥ 1. */
export function requireCount(what: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError(`${what} must be a whole number ≥ 1, not ${count}`);
}
