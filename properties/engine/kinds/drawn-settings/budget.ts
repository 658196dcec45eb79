import type { Errors } from '../../claim.ts';
import { type ErrorBudget, errorBudget } from '../../decide/error-budget.ts';
import type { SuiteContent } from '../../suite-content.ts';
import type { Tier } from '../../tier.ts';
import { isDrawn } from './claim.ts';
import { drawsOf } from './draw.ts';

/** Error probabilities of a run. A suite that is run every day for 27 years, ten thousand times, then refutes anything true with probability 1 %. */
const ERRORS = { falseRefutation: 1e-6, falseSupport: 1e-6 } as const;

/**
 * The error budget of a tier. It is spread over the draws of all claims of the suite, so that a claim's verdict is the same when the claim is run
 * alone. A suite without such claims has the budget of one draw.
 */
export function drawnBudget({ claims }: Pick<SuiteContent, 'claims'>, tier: Tier): ErrorBudget {
  const settings = claims.filter(isDrawn).reduce((sum, claim) => sum + drawsOf(claim, tier), 0);
  return errorBudget({ ...ERRORS, settings: Math.max(1, settings) });
}

/** Error probabilities of every decision of a tier's claims that draw. */
export function drawnErrors(suite: Pick<SuiteContent, 'claims'>, tier: Tier): Errors {
  const { falseRefutationOfSetting, falseSupportOfClaim } = drawnBudget(suite, tier);
  return { falseSupport: falseSupportOfClaim, falseRefutation: falseRefutationOfSetting };
}
