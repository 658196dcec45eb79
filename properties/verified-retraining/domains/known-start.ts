import type { Setting } from '../../../theory/verified-retraining/model.ts';

/**
 * Real samples, so many that θ̂₀ = θ* to eight digits, because 1/μ ≤ 1.5e-8: the first round then starts from a known generator. The rest changes
 * a mean by less than 1e-14 (it enters squared), and an observed start by less than any indifference zone.
 */
export const KNOWN = [1e16, 1e16] as const;

/** Whether θ̂₀ of a setting is known. */
export function startIsKnown({ singularValues }: Setting): boolean {
  // Domains draw singular values from 0.7·√n₀ on.
  return singularValues.every((mu) => mu >= 0.5 * Math.sqrt(KNOWN[0]));
}
