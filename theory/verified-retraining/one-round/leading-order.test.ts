import { expect, test } from 'vitest';
import { leadingOrderTerm } from './leading-order.ts';

test('a direction contributes m₂/n₁ + m₁² + (m₂² + m₁m₃)/μ²', () => {
  const moments = { mean: 2, variance: 3, thirdCentral: 5 };
  expect(leadingOrderTerm(moments, 0.5, 6)).toBe(3 / 6 + 4 + (9 + 10) * 4);
});
