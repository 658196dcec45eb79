import type { squares } from './table.ts';

/** Of a type of another file, which therefore is not loaded. */
export type Squares = typeof squares;

export function twice(values: Squares): number[] {
  // by doubling
  return values.map((value) => 2 * value); // by doubling
}
