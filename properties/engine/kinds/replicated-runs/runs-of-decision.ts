import type { Population } from '../../../verified-retraining/vae/population.ts';
import { retrainingTiers } from '../../../verified-retraining/vae/tier.ts';
import type { Tier } from '../../tier.ts';
import type { RetrainingClaim } from './claim.ts';
import type { RetrainingRun } from './laboratory.ts';

/** A decision about a claim: on one of its populations, in the paper's world or a mutant's. */
export interface DecidedOn {
  readonly population: Population;
  /** Id of the mutant; null for the paper's world. */
  readonly mutant: string | null;
  readonly seed: number;
  readonly tier: Tier;
}

/** The runs that a decision asks for in one of its replicates, an arm each, in the order of the claim's arms. */
export function runsOf(
  claim: RetrainingClaim,
  replicate: number,
  { population, mutant, seed, tier }: DecidedOn,
): RetrainingRun[] {
  const { rounds, observedInFull } = retrainingTiers[tier.name];
  return Object.values(claim.arms).map(({ arm, rounds: length }) => ({
    ...population,
    arm,
    mutant,
    seed,
    replicate,
    rounds: rounds[length],
    observeAll: replicate < observedInFull,
    samples: replicate === 0,
  }));
}
