import { expect, test } from 'vitest';
import { oneRoundMse } from '../one-round.ts';
import { cell } from '../testing/one-round-settings.ts';
import { secondOrderRemainder } from './remainder.ts';

const unexplained = (information: number, kept: number) => {
  const { exact, leadingOrder } = oneRoundMse(cell(information), kept);
  return exact - leadingOrder - secondOrderRemainder(cell(information), kept);
};

test('explains exact − leading order up to μ⁻⁶ at n₁ = ∞', () => {
  // Quadrupling μ² shrinks a rest of order μ⁻⁶ by 64 and the remainder itself, of order μ⁻⁴, by 16.
  const ratio = unexplained(100, Infinity) / unexplained(400, Infinity);
  expect(ratio).toBeGreaterThan(50);
  expect(ratio).toBeLessThan(80);
});

test('explains the part of order 1/n₁ up to 1/(n₁μ⁴)', () => {
  const perKept = (information: number) => unexplained(information, 1) - unexplained(information, Infinity);
  const ratio = perKept(100) / perKept(400);
  expect(ratio).toBeGreaterThan(14);
  expect(ratio).toBeLessThan(18);
});
