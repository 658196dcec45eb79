import { expect, test } from 'vitest';
import { suite } from '../../testing/walks/suite.ts';
import { tiers } from '../../testing/walks/tiers.ts';
import { drawnBudget, drawnErrors } from './budget.ts';
import { isDrawn } from './claim.ts';
import { drawsOf } from './draw.ts';

test.each(tiers)('the $name tier spends its error budget on the draws of all claims, run or not', (tier) => {
  const budget = drawnBudget(suite, tier);
  const { falseRefutation, falseSupport } = drawnErrors(suite, tier);
  const draws = suite.claims.filter(isDrawn).reduce((sum, claim) => sum + drawsOf(claim, tier), 0);
  expect(draws).toBe(15 * tier.draws);
  expect(falseRefutation * draws).toBeCloseTo(budget.falseRefutationOfRun, 18);
  expect(budget.falseRefutationOfSetting).toBe(falseRefutation);
  expect(budget.falseSupportOfClaim).toBe(falseSupport);
});

test('a suite whose claims draw nothing has the budget of one draw', () => {
  const { falseRefutationOfRun, falseRefutationOfSetting } = drawnBudget({ claims: [] }, tiers[0]);
  expect(falseRefutationOfSetting).toBe(falseRefutationOfRun);
});
