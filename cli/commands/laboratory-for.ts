import { type Claim, isRetraining } from '../../properties/engine/claim.ts';
import {
  type Equipment,
  type Laboratory,
  openLaboratory,
} from '../../properties/engine/kinds/replicated-runs/laboratory.ts';
import type { Tier } from '../../properties/engine/tier.ts';
import { type EquipmentOptions, equipmentOf } from '../../properties/verified-retraining/vae/equipment.ts';
import { isHeldIn } from '../../properties/verified-retraining/vae/population.ts';

/** Options of commands that retrain generators. */
export type RetrainingCommand = EquipmentOptions;

/**
 * The equipment of a run over some claims, and the laboratory, opened, if any of them needs it.
 * @throws DataError when the digits cannot be had.
 */
export async function laboratoryFor(
  claims: readonly Claim[],
  tier: Tier,
  command: RetrainingCommand,
): Promise<{ readonly equipment: Equipment; readonly laboratory?: Laboratory }> {
  const equipment = equipmentOf(tier, command);
  if (!claims.filter(isRetraining).some((claim) => isHeldIn(claim, tier))) return { equipment };
  if (equipment.mnist === undefined && tier.name !== 'quick') {
    process.stderr.write(
      'MNIST is not given (--mnist DIR or CLAIMCHECK_MNIST): generators are retrained on procedural digits only\n',
    );
  }
  return { equipment, laboratory: await openLaboratory(equipment) };
}
