import { expect, test } from 'vitest';
import { gaussLegendre } from './gauss-legendre.ts';

test.each([1, 2, 5, 16, 32, 64, 101])('the rule of %i nodes integrates every polynomial of its degree', (order) => {
  const { nodes, weights } = gaussLegendre(order);
  for (let degree = 0; degree < 2 * order; degree++) {
    const integral = nodes.reduce((sum, node, i) => sum + weights[i]! * node ** degree, 0);
    expect(integral, `degree ${degree}`).toBeCloseTo(degree % 2 === 0 ? 2 / (degree + 1) : 0, 14);
  }
});

test('nodes ascend, are antisymmetric and lie inside (−1, 1)', () => {
  for (const order of [7, 32, 257]) {
    const { nodes } = gaussLegendre(order);
    nodes.forEach((node, i) => {
      expect(node).toBeGreaterThan(i === 0 ? -1 : nodes[i - 1]!);
      expect(node + nodes[order - 1 - i]!).toBe(0);
    });
    expect(nodes[order - 1]).toBeLessThan(1);
  }
});

test('weights keep their relative accuracy next to the endpoints', () => {
  // By mpmath 1.3 at 60 digits. The node lies 3e-6 from 1, a distance that the node itself gives to 2e-11 only.
  expect(gaussLegendre(1000).weights[999]! / 7.413338416432072e-6).toBeCloseTo(1, 12);
});

test.each([0, -1, 1.5, Number.NaN])('refuses %d nodes', (order) => {
  expect(() => gaussLegendre(order)).toThrow(RangeError);
});
