import { Matrix, QrDecomposition } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { keyedStream } from '../../random/stream.ts';
import { IllConditionedError, LeastSquares } from './least-squares.ts';

const problem = (rows: number, columns: number, replicate: number) => {
  const stream = keyedStream(1, 'least squares', columns, replicate);
  const design = Float64Array.from({ length: rows * columns }, () => stream.normal());
  return { design, labels: Float64Array.from({ length: rows }, () => stream.normal()) };
};

const leastSquares = (
  design: Float64Array,
  labels: Float64Array,
  columns: number,
  solver = new LeastSquares(columns),
) => {
  const solution = new Float64Array(columns);
  solver.clear();
  const rows = Float64Array.from(
    [...labels].flatMap((y, i) => [...design.subarray(i * columns, (i + 1) * columns), y]),
  );
  // In two blocks: the second must add to the first.
  const first = Math.floor(labels.length / 3);
  solver.add(rows, first);
  solver.add(rows.subarray(first * (columns + 1)), labels.length - first);
  solver.solve(solution);
  return solution;
};

describe('least squares', () => {
  test.each([1, 2, 5, 12])('in %d unknowns agree with a QR decomposition', (columns) => {
    const solver = new LeastSquares(columns);
    for (let replicate = 0; replicate < 20; replicate++) {
      const rows = 4 * columns + replicate;
      const { design, labels } = problem(rows, columns, replicate);
      const matrix = Matrix.from1DArray(rows, columns, [...design]);
      const expected = new QrDecomposition(matrix).solve(Matrix.columnVector([...labels])).to1DArray();
      // With four rows an unknown the condition number of XᵀX stays below 1e3 or so; the solution keeps the other digits.
      leastSquares(design, labels, columns, solver).forEach((value, j) => {
        expect(Math.abs(value - expected[j]!)).toBeLessThan(1e4 * Number.EPSILON * rows);
      });
    }
  });

  test('recover the parameter exactly from labels without noise', () => {
    const { design } = problem(30, 3, 0);
    const theta = [1, -2, 0.5];
    const labels = Float64Array.from({ length: 30 }, (_, i) =>
      theta.reduce((sum, t, j) => sum + t * design[3 * i + j]!, 0),
    );
    leastSquares(design, labels, 3).forEach((value, j) => {
      expect(value).toBeCloseTo(theta[j]!, 12);
    });
  });

  test('refuse rows that do not span the space, and say so', () => {
    const parallel = Float64Array.from([1, 2, 2, 4, 3, 6]);
    expect(() => leastSquares(parallel, new Float64Array(3), 2)).toThrow(IllConditionedError);
    expect(() => leastSquares(parallel, new Float64Array(3), 2)).toThrow(
      /rows do not span all 2 directions: pivot 1 is .* of 56/,
    );
    expect(() => leastSquares(Float64Array.from([1, 0]), new Float64Array(1), 2)).toThrow(IllConditionedError);
    const almost = Float64Array.from([1, 1, 1, 1 + 1e-5]);
    expect(() => leastSquares(almost, new Float64Array(2), 2)).toThrow(IllConditionedError);
    const enough = Float64Array.from([1, 1, 1, 1 + 1e-3]);
    expect(leastSquares(enough, new Float64Array(2), 2)).toEqual(new Float64Array(2));
  });
});
