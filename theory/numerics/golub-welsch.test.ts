import { expect, test } from 'vitest';
import { gaussLegendre } from './gauss-legendre.ts';
import { golubWelsch } from './golub-welsch.ts';

/** Nodes and weights in ascending order of the nodes. */
function rule(diagonal: number[], offDiagonal: number[]): [number, number][] {
  const nodes = Float64Array.from(diagonal);
  const weights = new Float64Array(nodes.length);
  golubWelsch(nodes.length, nodes, Float64Array.from([...offDiagonal, 0]), weights);
  return Array.from(nodes, (node, i): [number, number] => [node, weights[i]!]).sort(([a], [b]) => a - b);
}

test('the Jacobi matrix of the uniform law gives the Gauss–Legendre rule', () => {
  for (const order of [1, 2, 7, 14, 40]) {
    const offDiagonal = Array.from({ length: order - 1 }, (_, i) => (i + 1) / Math.sqrt(4 * (i + 1) ** 2 - 1));
    const legendre = gaussLegendre(order);
    rule(new Array(order).fill(0), offDiagonal).forEach(([node, weight], i) => {
      expect(node).toBeCloseTo(legendre.nodes[i]!, 13);
      expect(weight).toBeCloseTo(legendre.weights[i]! / 2, 13);
    });
  }
});

test('an asymmetric law is integrated exactly: the Gauss–Laguerre rule has the moments k!', () => {
  const order = 6;
  const laguerre = rule(
    Array.from({ length: order }, (_, i) => 2 * i + 1),
    Array.from({ length: order - 1 }, (_, i) => i + 1),
  );
  for (let k = 0, factorial = 1; k < 2 * order; k++, factorial *= k) {
    const moment = laguerre.reduce((sum, [node, weight]) => sum + weight * node ** k, 0);
    expect(moment / factorial).toBeCloseTo(1, 12);
  }
});

test('a matrix that falls apart keeps its nodes, and only the block of the first row has weight', () => {
  expect(rule([3, 1, 2], [0, 0])).toEqual([
    [1, 0],
    [2, 0],
    [3, 1],
  ]);
});

test('a matrix with a NaN is refused', () => {
  expect(() => rule([0, Number.NaN, 0], [1, 1])).toThrow(RangeError);
});
