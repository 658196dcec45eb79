import { expect, test } from 'vitest';
import { generators, halfWidths } from '../testing/generators.ts';
import { truncatedNormalMoments } from '../truncated-normal.ts';
import { AcceptedLabel } from './accepted-label.ts';

test('one label has the mean and variance of the truncated normal', () => {
  for (const halfWidth of halfWidths) {
    for (const u of generators(halfWidth)) {
      const { mean, deviation } = new AcceptedLabel(u, halfWidth);
      const moments = truncatedNormalMoments(-halfWidth - u, halfWidth - u);
      expect(Math.abs(mean - u - moments.mean)).toBeLessThan(1e-13 * (1 + Math.abs(u)));
      expect(Math.abs(deviation ** 2 / moments.variance - 1)).toBeLessThan(1e-10);
    }
  }
});

test('the Hermite moments are those of a standardized label, and fewer of them are the first of more', () => {
  const [halfWidth, u] = [1.3, 0.6];
  const label = new AcceptedLabel(u, halfWidth);
  const few = label.hermite(4).slice();
  const { thirdCentral, variance } = truncatedNormalMoments(-halfWidth - u, halfWidth - u);
  // He_3(z) = z³ − 3z, of a label with mean 0 and variance 1.
  [1, 0, 0, thirdCentral / variance ** 1.5 / 6].forEach((value, j) => {
    expect(few[j]).toBeCloseTo(value, 13);
  });
  expect(label.hermite(28).slice(0, 4)).toEqual(few);
});
