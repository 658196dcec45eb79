import { expect, test } from 'vitest';
import { gaussHermite } from './gauss-hermite.ts';

test('integrates the moments of the standard normal, E Z^{2k} = (2k−1)!!', () => {
  const { nodes, weights } = gaussHermite(20);
  let moment = 1;
  for (let k = 0; k < 20; k++) {
    const even = nodes.reduce((sum, node, i) => sum + weights[i]! * node ** (2 * k), 0);
    expect(even / moment, `order ${2 * k}`).toBeCloseTo(1, 11);
    moment *= 2 * k + 1;
  }
});

test('is exact for cos, whose expectation is e^{−1/2}', () => {
  const { nodes, weights } = gaussHermite(40);
  expect(nodes.reduce((sum, node, i) => sum + weights[i]! * Math.cos(node), 0)).toBeCloseTo(Math.exp(-0.5), 14);
});

test.each([0, 2.5, Number.NaN])('refuses %d nodes', (order) => {
  expect(() => gaussHermite(order)).toThrow(RangeError);
});
