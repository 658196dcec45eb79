import { expect, it } from 'vitest';
import { dkwRadius, dkwSampleSize } from './dkw-band.ts';

it('two DKW radii fit into the margin at the derived sample size, and do not at one less', () => {
  const n = dkwSampleSize(0.05, 1e-6);
  expect(2 * dkwRadius(n, 1e-6)).toBeLessThanOrEqual(0.05);
  expect(2 * dkwRadius(n - 1, 1e-6)).toBeGreaterThan(0.05);
});
