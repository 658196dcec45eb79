/**
 * The share of a domain on which a claim may still fail although it holds on all settings that were drawn: with the stated confidence the true share
 * is smaller. If the claim failed on a share q, all N independent settings would hold with probability (1 − q)^N, and this is at most 1 − confidence
 * from q = 1 − (1 − confidence)^(1/N) on.
 *
 * When settings are drawn from strata in turn, q is the mean of the shares of the strata, each weighted by its number of settings: the probability is
 * then Π(1 − q_i)^(n_i) ≤ (1 − q)^N, by the inequality of arithmetic and geometric means.
 * @param settings N, the number of drawn settings, at least 1.
 */
export function failingShare(settings: number, confidence: number): number {
  return 1 - (1 - confidence) ** (1 / settings);
}
