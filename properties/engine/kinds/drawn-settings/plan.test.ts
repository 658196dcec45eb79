import { expect, it } from 'vitest';
import { claims, drawnClaims, retrainingClaims } from '../../../verified-retraining/claims/index.ts';
import { retrainingTiers } from '../../../verified-retraining/vae/tier.ts';
import { runRecord } from '../../evidence/run-record.ts';
import { tiers } from '../../tier.ts';
import { retrainingErrorsOf } from '../replicated-runs/budget.ts';
import { errorsOf } from './plan.ts';
import { drawsOf } from './verify.ts';

it.each(Object.values(tiers))(
  'the $name tier spends its error budget on the draws of all claims, run or not',
  (tier) => {
    const { budget } = runRecord(claims.slice(0, 1), 1, tier);
    const { falseRefutation, falseSupport } = errorsOf(tier);
    const draws = drawnClaims.reduce((sum, claim) => sum + drawsOf(claim, tier), 0);
    expect(falseRefutation * draws).toBeCloseTo(budget.falseRefutationOfRun, 18);
    expect(budget.falseRefutationOfDraw).toBe(falseRefutation);
    expect(budget.falseSupportOfClaim).toBe(falseSupport);
  },
);

it.each(Object.values(tiers))(
  'the $name tier spends the budget of retraining claims on all of their populations, whatever digits there are',
  (tier) => {
    const { errors, settings } = retrainingTiers[tier.name];
    const { falseRefutation, falseSupport } = retrainingErrorsOf(tier);
    const kinds = tier.name === 'quick' ? 1 : 2;
    const populations = retrainingClaims.flatMap(({ notOn }) => settings.filter((setting) => !notOn?.[setting]));
    expect(falseRefutation * kinds * Math.max(1, populations.length)).toBeCloseTo(errors.falseRefutation, 12);
    expect(falseSupport).toBe(errors.falseSupport);
    expect(runRecord(retrainingClaims, 1, tier).budget.retraining?.falseRefutationOfDraw).toBe(falseRefutation);
    expect(runRecord(drawnClaims, 1, tier).budget.retraining).toBeNull();
  },
);
