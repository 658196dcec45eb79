import type { Errors } from '../claim.ts';
import { retrainingClaims } from '../claims/index.ts';
import { type ErrorBudget, errorBudget } from '../decide/error-budget.ts';
import type { Tier } from '../tier.ts';
import { digitsOf, populationsOf } from './population.ts';
import { retrainingTiers } from './tier.ts';

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
