import { expect, it } from 'vitest';
import type { Claim } from '../engine/claim.ts';
import { drawnBudget, drawnErrors } from '../engine/kinds/drawn-settings/budget.ts';
import { isDrawn } from '../engine/kinds/drawn-settings/claim.ts';
import { drawsOf } from '../engine/kinds/drawn-settings/draw.ts';
import { isReplicated } from '../engine/kinds/replicated-runs/claim.ts';
import type { ReplicatedDesign } from '../engine/kinds/replicated-runs/design.ts';
import { replicatedBudget, replicatedErrors } from '../engine/kinds/replicated-runs/populations.ts';
import { planRun } from '../engine/plan/run-plan.ts';
import { suite } from './suite.ts';
import { tiers } from './tiers.ts';
import { vaeDesign } from './vae/design.ts';
import { vaeTiers } from './vae/settings.ts';

const design = vaeDesign as ReplicatedDesign;
const drawn = suite.claims.filter(isDrawn);
const replicated = suite.claims.filter(isReplicated);

/** The error budgets that a run of some claims states. */
async function budgetsOf(claims: readonly Claim[], tier: (typeof tiers)[number]) {
  return (await planRun({ suite, claims, seed: 1, tier })).record.budgets;
}

it.each(tiers)('the $name tier spends its error budget on the draws of all claims, run or not', async (tier) => {
  const budget = drawnBudget(suite, tier);
  const { falseRefutation, falseSupport } = drawnErrors(suite, tier);
  const draws = drawn.reduce((sum, claim) => sum + drawsOf(claim, tier), 0);
  expect(falseRefutation * draws).toBeCloseTo(budget.falseRefutationOfRun, 18);
  expect(budget.falseRefutationOfSetting).toBe(falseRefutation);
  expect(budget.falseSupportOfClaim).toBe(falseSupport);
  expect((await budgetsOf(drawn.slice(0, 1), tier))['drawn-settings']).toEqual(budget);
});

it.each(tiers)(
  'the $name tier spends the budget of claims about retrained generators on all of their populations, whatever digits there are',
  async (tier) => {
    const { errors, settings } = vaeTiers[tier.name];
    const { falseRefutation, falseSupport } = replicatedErrors(suite, design, tier);
    const kinds = tier.name === 'quick' ? 1 : 2;
    const populations = replicated.flatMap(({ notOn }) => settings.filter((setting) => !notOn?.[setting]));
    expect(falseRefutation * kinds * Math.max(1, populations.length)).toBeCloseTo(errors.falseRefutation, 12);
    expect(falseSupport).toBe(errors.falseSupport);
    expect(replicatedBudget(suite, design, tier).falseRefutationOfSetting).toBe(falseRefutation);
    expect(await budgetsOf(drawn, tier)).not.toHaveProperty('replicated-runs');
  },
);
