import { expect, test } from 'vitest';
import { oneRoundMse } from '../one-round.ts';
import { biased, cell } from '../testing/one-round-settings.ts';
import { oneRoundLaw } from './law.ts';

test('splits the exact error into squared bias and variance', () => {
  for (const kept of [3, 200, Infinity]) {
    const error = oneRoundLaw(biased, kept).reduce(
      (sum, { mean, variance }, j) => sum + (mean - biased.thetaStar[j]!) ** 2 + variance,
      0,
    );
    expect(error / oneRoundMse(biased, kept).exact).toBeCloseTo(1, 13);
  }
});

test('puts the mean strictly between the truth and the center in every biased direction', () => {
  oneRoundLaw(biased, 20).forEach(({ mean }, j) => {
    const share = (mean - biased.thetaStar[j]!) / (biased.knowledgeCenter[j]! - biased.thetaStar[j]!);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1);
  });
});

test('is centered for an unbiased verifier', () => {
  const [law] = oneRoundLaw({ ...cell(50), knowledgeCenter: [0] }, 20);
  expect(law!.mean).toBeCloseTo(0, 15);
});
