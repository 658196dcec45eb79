import { expect, it } from 'vitest';
import { claims } from './claims/index.ts';
import { errorsOf, runRecord } from './plan.ts';
import { tiers } from './tier.ts';
import { drawsOf } from './verify.ts';

it.each(Object.values(tiers))(
  'the $name tier spends its error budget on the draws of all claims, run or not',
  (tier) => {
    const { budget } = runRecord(claims.slice(0, 1), 1, tier);
    const { falseRefutation, falseSupport } = errorsOf(tier);
    const draws = claims.reduce((sum, claim) => sum + drawsOf(claim, tier), 0);
    expect(falseRefutation * draws).toBeCloseTo(budget.falseRefutationOfRun, 18);
    expect(budget.falseRefutationOfDraw).toBe(falseRefutation);
    expect(budget.falseSupportOfClaim).toBe(falseSupport);
  },
);
