import * as fc from 'fast-check';

/** An interval, ends included. */
export type Range = readonly [low: number, high: number];

/** Rounding of a number of order 1 that was drawn at an end of its range and computed back. */
const ROUNDING = 1e-9;

/** Whether a number lies in a range, or next to it by rounding. */
export function within(value: number, [low, high]: Range): boolean {
  return value >= low - ROUNDING && value <= high + ROUNDING;
}

/**
 * Arbitraries of numbers on integer grids. fc.double is uniform over representable doubles, not over an interval,
 * so every number here is a mapped integer; shrinking an integer shrinks the number towards `low`.
 */

/** Grid cells of an interval: fine enough that no claim sees the grid, coarse enough that settings print short. */
const CELLS = 1000;

/** Uniform over [low, high]. */
export function uniform(low: number, high: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: CELLS }).map((cell) => low + ((high - low) * cell) / CELLS);
}

/** Log-uniform over [low, high], 0 < low. */
export function logUniform(low: number, high: number): fc.Arbitrary<number> {
  return uniform(0, 1).map((fraction) => low * (high / low) ** fraction);
}

/** Log-uniform over the whole numbers of [low, high], 1 ≤ low. */
export function logUniformWhole(low: number, high: number): fc.Arbitrary<number> {
  return logUniform(low, high).map(Math.round);
}

/** A unit vector of ℝᵖ: p independent uniform coordinates, normalized (all sign patterns, no exact symmetry). */
export function unitVector(dimension: number): fc.Arbitrary<number[]> {
  const coordinate = fc.integer({ min: -CELLS, max: CELLS });
  return fc
    .array(coordinate, { minLength: dimension, maxLength: dimension })
    .map((entries) => (entries.some((entry) => entry !== 0) ? entries : [1, ...entries.slice(1)]))
    .map((entries) => entries.map((entry) => entry / Math.hypot(...entries)));
}

/** An orthonormal basis of ℝᵖ: a product of two Householder reflections, so that every rotation angle occurs. */
export function orthonormalBasis(dimension: number): fc.Arbitrary<number[][]> {
  const identity = Array.from({ length: dimension }, (_, i) => Array.from({ length: dimension }, (_, j) => +(i === j)));
  return fc
    .tuple(unitVector(dimension), unitVector(dimension))
    .map((mirrors) => mirrors.reduce((basis, mirror) => basis.map((row) => reflect(row, mirror)), identity));
}

function reflect(vector: number[], mirror: number[]): number[] {
  const along = vector.reduce((sum, value, i) => sum + value * mirror[i]!, 0);
  return vector.map((value, i) => value - 2 * along * mirror[i]!);
}
