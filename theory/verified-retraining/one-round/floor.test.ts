import { expect, test } from 'vitest';
import { oneRoundMse } from '../one-round.ts';
import { biased } from '../testing/one-round-settings.ts';
import { contractionRate } from '../transfer-map.ts';
import { oneRoundFloor } from './floor.ts';

test('is ρ²·MSE(θ̂₀), and all that a perfect verifier leaves to leading order', () => {
  const perfect = { ...biased, knowledgeCenter: biased.thetaStar };
  const { leadingOrder, baseline } = oneRoundMse(perfect, Infinity);
  expect(oneRoundFloor(perfect) / leadingOrder).toBeCloseTo(1, 14);
  expect(oneRoundFloor(perfect) / (contractionRate(perfect) ** 2 * baseline)).toBeCloseTo(1, 14);
});

test('lies below the leading order of a biased verifier', () => {
  expect(oneRoundFloor(biased)).toBeLessThan(oneRoundMse(biased, Infinity).leadingOrder);
});
