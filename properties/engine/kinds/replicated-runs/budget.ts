import { retrainingClaims } from '../../../verified-retraining/claims/index.ts';
import { digitsOf, populationsOf } from '../../../verified-retraining/vae/population.ts';
import { retrainingTiers } from '../../../verified-retraining/vae/tier.ts';
import type { Errors } from '../../claim.ts';
import { type ErrorBudget, errorBudget } from '../../decide/error-budget.ts';
import type { Tier } from '../../tier.ts';

/**
 * The error budget of a tier's retraining claims: over the populations of all of them, with MNIST there, so that a claim's verdict is the
 * same when it runs alone or on one kind of digits.
 */
export function retrainingBudget(tier: Tier): ErrorBudget {
  const draws = retrainingClaims.reduce(
    (sum, claim) => sum + populationsOf(claim, tier, digitsOf(tier, true)).length,
    0,
  );
  return errorBudget({ ...retrainingTiers[tier.name].errors, draws: Math.max(1, draws) });
}

/** Error probabilities of every decision of a tier's retraining claims. */
export function retrainingErrorsOf(tier: Tier): Errors {
  const { falseSupportOfClaim, falseRefutationOfDraw } = retrainingBudget(tier);
  return { falseSupport: falseSupportOfClaim, falseRefutation: falseRefutationOfDraw };
}
