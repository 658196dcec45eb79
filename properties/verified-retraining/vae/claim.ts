import type { Arm, Curve } from '../../../sim/verified-retraining/vae/setting.ts';
import type { ReplicatedClaim } from '../../engine/kinds/replicated-runs/claim.ts';
import type { SettingName, VaeTier } from './settings.ts';

/** A claim about retrained generators. Retraining is expensive, so it is decided over replicates of a few fixed settings. */
export interface VaeClaim<Name extends string = string> extends ReplicatedClaim<Name, Arm, Curve> {
  readonly group: 'vae';
  readonly arms: Readonly<Record<Name, { readonly arm: Arm; readonly rounds: keyof VaeTier['rounds'] }>>;
  readonly notOn?: Readonly<Partial<Record<SettingName, string>>>;
}

/** A claim whose arms' names are checked where it is written, and forgotten where claims are listed. */
export function defineReplicatedClaim<Name extends string>(claim: VaeClaim<Name>): VaeClaim {
  return claim as VaeClaim;
}
