import * as fc from 'fast-check';
import { Matrix, QrDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { frechetDistance } from './frechet-distance.ts';
import type { Moments } from './moments.ts';

const WIDTH = 4;

/** Coordinates on a grid of tenths in [−3, 3]. */
const coordinate = fc.integer({ min: -30, max: 30 }).map((tenths) => tenths / 10);
const vector = fc.array(coordinate, { minLength: WIDTH, maxLength: WIDTH });
const square = fc.array(vector, { minLength: WIDTH, maxLength: WIDTH }).map((rows) => new Matrix(rows));
/** Any covariance F·Fᵀ, singular ones among them. */
const covariance = square.map((factor) => factor.mmul(factor.transpose()));
const variances = fc.array(
  coordinate.map((value) => value ** 2),
  { minLength: WIDTH, maxLength: WIDTH },
);
const rotation = square.map((matrix) => new QrDecomposition(matrix.add(Matrix.eye(WIDTH).mul(100))).orthogonalMatrix);

const momentsOf = (mean: number[], matrix: Matrix): Moments => ({
  width: mean.length,
  mean: Float64Array.from(mean),
  covariance: Float64Array.from(matrix.to1DArray()),
});
const law = fc.tuple(vector, covariance).map(([mean, matrix]) => momentsOf(mean, matrix));
const matrixOf = ({ width, covariance }: Moments) => Matrix.from1DArray(width, width, covariance);
const rotated = (moments: Moments, by: Matrix) =>
  momentsOf(by.mmul(Matrix.columnVector(moments.mean)).to1DArray(), by.mmul(matrixOf(moments)).mmul(by.transpose()));

/**
 * Largest effect of rounding on a distance. An eigenvalue of C₁^½ C₂ C₁^½ has an error of width·ε·tr C₁·tr C₂. If the eigenvalue is 0, the error of
 * its root is the root of that error. There are width such roots, each counted twice. The squared shift of the means adds ε times itself.
 */
function rounding(a: Moments, b: Moments): number {
  const scale = Math.sqrt(matrixOf(a).trace() * matrixOf(b).trace());
  const shift = Math.hypot(...a.mean, ...b.mean) ** 2;
  return 2 * a.width * Math.sqrt(a.width * Number.EPSILON) * scale + a.width * Number.EPSILON * (shift + scale);
}

function expectDistance(a: Moments, b: Moments, expected: number): void {
  expect(Math.abs(frechetDistance(a, b) - expected)).toBeLessThanOrEqual(rounding(a, b));
}

const squaredShift = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, j) => sum + (value - b[j]!) ** 2, 0);

describe('the Fréchet distance of normal laws', () => {
  test('is (m₁ − m₂)² + (σ₁ − σ₂)² on the line', () => {
    expect(frechetDistance(momentsOf([1], new Matrix([[4]])), momentsOf([4], new Matrix([[25]])))).toBeCloseTo(18, 12);
  });

  test('is |m₁ − m₂|² + Σ(σ₁ⱼ − σ₂ⱼ)² where the covariances commute, in any orientation', () => {
    fc.assert(
      fc.property(vector, variances, vector, variances, rotation, (m1, v1, m2, v2, turn) => {
        const [a, b] = [momentsOf(m1, Matrix.diag(v1)), momentsOf(m2, Matrix.diag(v2))];
        const expected = squaredShift(m1, m2) + squaredShift(v1.map(Math.sqrt), v2.map(Math.sqrt));
        expectDistance(a, b, expected);
        expectDistance(rotated(a, turn), rotated(b, turn), expected);
      }),
    );
  });

  test('has tr(C₁C₂)^½ = √(tr C₁C₂ + 2√det C₁C₂) in the plane, where the covariances need not commute', () => {
    fc.assert(
      fc.property(fc.array(coordinate, { minLength: 8, maxLength: 8 }), ([p, q, r, s, t, u, v, w]) => {
        const [f, g] = [
          new Matrix([
            [p!, q!],
            [r!, s!],
          ]),
          new Matrix([
            [t!, u!],
            [v!, w!],
          ]),
        ];
        const [c, d] = [f.mmul(f.transpose()), g.mmul(g.transpose())];
        const determinant = (p! * s! - q! * r!) * (t! * w! - u! * v!);
        const shared = Math.sqrt(c.mmul(d).trace() + 2 * Math.abs(determinant));
        expectDistance(momentsOf([0, 0], c), momentsOf([0, 0], d), c.trace() + d.trace() - 2 * shared);
      }),
    );
  });

  test('is |u|² + |v|² − 2|u·v| for covariances uuᵀ and vvᵀ, which are singular', () => {
    fc.assert(
      fc.property(vector, vector, (u, v) => {
        const outer = (x: number[]) => Matrix.columnVector(x).mmul(Matrix.rowVector(x));
        const dot = (x: number[], y: number[]) => x.reduce((sum, value, j) => sum + value * y[j]!, 0);
        const zero = u.map(() => 0);
        const expected = dot(u, u) + dot(v, v) - 2 * Math.abs(dot(u, v));
        expectDistance(momentsOf(zero, outer(u)), momentsOf(zero, outer(v)), expected);
      }),
    );
  });

  test('is zero from a law to itself, and never below zero', () => {
    fc.assert(
      fc.property(law, law, (a, b) => {
        expectDistance(a, a, 0);
        expect(frechetDistance(a, a)).toBeGreaterThanOrEqual(0);
        expect(frechetDistance(a, b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('is symmetric', () => {
    fc.assert(fc.property(law, law, (a, b) => expectDistance(a, b, frechetDistance(b, a))));
  });

  test('does not change when both laws are turned', () => {
    fc.assert(
      fc.property(law, law, rotation, (a, b, turn) =>
        expectDistance(rotated(a, turn), rotated(b, turn), frechetDistance(a, b)),
      ),
    );
  });

  test('is not defined between laws of different widths', () => {
    const line = momentsOf([0], Matrix.eye(1));
    const plane = momentsOf([0, 0], Matrix.eye(2));
    expect(() => frechetDistance(line, plane)).toThrow(new RangeError('moments of widths 1 and 2 cannot be compared'));
  });
});
