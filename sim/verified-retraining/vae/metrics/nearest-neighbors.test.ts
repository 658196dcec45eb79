import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyedStream } from '../../../random/stream.ts';
import { precisionAndRecall } from './nearest-neighbors.ts';

type Point = [number, number];

/** Precision and recall by their definition. */
function bySorting(real: Point[], generated: Point[]) {
  const squared = (a: Point, b: Point) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2;
  const support = (points: Point[]) => {
    const balls = points.map((centre, i) => {
      const others = points.filter((_, j) => j !== i).map((other) => squared(centre, other));
      return { centre, reach: others.sort((a, b) => a - b)[2]! };
    });
    return (point: Point) => balls.some(({ centre, reach }) => squared(point, centre) <= reach);
  };
  const share = (points: Point[], inside: (point: Point) => boolean) => points.filter(inside).length / points.length;
  return { precision: share(generated, support(real)), recall: share(real, support(generated)) };
}

const flat = (points: Point[]) => Float64Array.from(points.flat());
const coordinate = fc.integer({ min: 0, max: 20 });
const points = (count: number) => fc.array(fc.tuple(coordinate, coordinate), { minLength: count, maxLength: count });

describe('improved precision and recall', () => {
  test('are the shares of points within reach of a third nearest neighbour, as their definition says', () => {
    const sets = fc.integer({ min: 4, max: 16 }).chain((count) => fc.tuple(points(count), points(count)));
    fc.assert(
      fc.property(sets, ([real, generated]) => {
        expect(precisionAndRecall(flat(real), flat(generated), 2)).toEqual(bySorting(real, generated));
      }),
      { numRuns: 300 },
    );
  });

  test('are both 1 for a set and itself, both 0 for sets far apart', () => {
    const normals = Float64Array.from(
      { length: 600 },
      (() => {
        const s = keyedStream(1, 'points', 0, 0);
        return () => s.normal();
      })(),
    );
    expect(precisionAndRecall(normals, normals, 3)).toEqual({ precision: 1, recall: 1 });
    const far = normals.map((value) => value + 1000);
    expect(precisionAndRecall(normals, far, 3)).toEqual({ precision: 0, recall: 0 });
  });

  test('show a model that makes one real image again and again: high precision, no recall', () => {
    const stream = keyedStream(1, 'points', 0, 0);
    const real = Float64Array.from({ length: 300 }, () => stream.normal());
    const collapsed = Float64Array.from(real, (_, i) => real[i % 3]!);
    expect(precisionAndRecall(real, collapsed, 3)).toEqual({ precision: 1, recall: 1 / 100 });
  });

  test('need sets of one size with a third neighbour', () => {
    expect(() => precisionAndRecall(new Float64Array(8), new Float64Array(10), 2)).toThrow(
      new RangeError('the numbers of real and generated rows must be equal, got 4 and 5'),
    );
    expect(() => precisionAndRecall(new Float64Array(6), new Float64Array(6), 2)).toThrow(
      new RangeError('at least 4 rows are needed, got 3'),
    );
  });
});
