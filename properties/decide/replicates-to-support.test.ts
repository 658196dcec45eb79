import { expect, it } from 'vitest';
import { equals } from './comparison.ts';
import { replicatesToSupport } from './replicates-to-support.ts';

it('is 2 log(2/α)(σ/δ)² where the margin is small against the spread', () => {
  const replicates = replicatesToSupport(equals('x', 0.5, 0.001, [0, 1]), 0.3, 1e-6);
  expect(replicates / (2 * Math.log(2e6) * (0.3 / 0.001) ** 2)).toBeCloseTo(1, 1);
});

it('is at least log(2/α)·range/δ where the range is wide against the spread', () => {
  const replicates = replicatesToSupport(equals('x', 0.03, 0.003, [0, 250]), 0.04, 1e-6);
  expect(replicates).toBeGreaterThan((Math.log(2e6) * 250) / 0.003);
});

it('takes a support edge outside the range for proven', () => {
  const both = equals('p', 0.02, 0.05, [0, 1]);
  const { above: _, ...below } = both;
  expect(replicatesToSupport(both, 0.14, 1e-6)).toBe(replicatesToSupport(below, 0.14, 1e-6));
});
