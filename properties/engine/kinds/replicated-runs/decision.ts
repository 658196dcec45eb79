import type { Population } from '../../../verified-retraining/vae/population.ts';
import { populationsOf } from '../../../verified-retraining/vae/population.ts';
import type { Tier } from '../../tier.ts';
import type { RetrainingClaim } from './claim.ts';

/** A decision about a retraining claim, by its id: one of its populations in the paper's world, or one of its mutants. Plain data. */
export type Decision = { readonly claim: string } & ({ readonly draw: number } | { readonly mutant: string });

/** The decisions of a run over some retraining claims, in the order of their records. */
export function decisionsOf(
  claims: readonly RetrainingClaim[],
  tier: Tier,
  digits: readonly Population['digits'][],
): Decision[] {
  return claims.flatMap((claim) => [
    ...populationsOf(claim, tier, digits).map((_, draw) => ({ claim: claim.id, draw })),
    ...claim.mutants.map((mutant) => ({ claim: claim.id, mutant })),
  ]);
}
