import { populationsOf } from '../../../verified-retraining/vae/population.ts';
import type { Outcome } from '../../claim.ts';
import { withTemporaryCheckpoints } from '../../pool/checkpoints.ts';
import { openCrew } from '../../pool/crew.ts';
import { noJournal } from '../../pool/journal.ts';
import type { Tier } from '../../tier.ts';
import { retrainingErrorsOf } from './budget.ts';
import type { RetrainingClaim } from './claim.ts';
import { type Equipment, openLaboratory } from './laboratory.ts';
import { observeRuns } from './observe-runs.ts';
import { replayPopulation } from './verify.ts';

/** What a draw is decided again with: as in the run that printed its path, but for the number of workers. */
export interface ReplayOptions {
  readonly seed: number;
  readonly tier: Tier;
  readonly equipment: Equipment;
  readonly workers: number;
}

/**
 * Decides the population at a replay path, its draw number, on the very replicates of the run that printed it.
 * @throws RangeError when there is no such draw, DataError when the digits cannot be had.
 */
export async function replayRetraining(
  claim: RetrainingClaim,
  path: string,
  { seed, tier, equipment, workers }: ReplayOptions,
): Promise<{ setting: unknown; outcome: Outcome }> {
  const laboratory = await openLaboratory(equipment);
  const populations = populationsOf(claim, tier, equipment.digits);
  const errors = retrainingErrorsOf(tier);
  return withTemporaryCheckpoints(async (address) => {
    const crew = openCrew(workers, address);
    const observe = observeRuns([claim], { tier, equipment, laboratory, journal: noJournal, crew });
    return replayPopulation(claim, path, { seed, tier, errors, populations, observe }).finally(crew.dispose);
  });
}
