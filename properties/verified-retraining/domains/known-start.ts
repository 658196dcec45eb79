import type { Setting } from '../../../theory/verified-retraining/model.ts';

/**
 * A real design so large that θ̂₀ = θ* to eight digits, as 1/μ ≤ 1.5e-8: the first round then starts from a known generator. What that does to
 * a mean is below 1e-14 (it enters squared), to an observed start below any indifference zone.
 */
export const KNOWN = [1e16, 1e16] as const;

/** Whether θ̂₀ of a setting is known. */
export function startIsKnown({ singularValues }: Setting): boolean {
  // Factors of the singular values start at 0.7.
  return singularValues.every((mu) => mu >= 0.5 * Math.sqrt(KNOWN[0]));
}
