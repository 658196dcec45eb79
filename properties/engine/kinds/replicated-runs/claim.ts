import type { Arm, Curve } from '../../../../sim/verified-retraining/vae/setting.ts';
import type { RetrainingTier, SettingName } from '../../../verified-retraining/vae/tier.ts';
import type { ClaimText } from '../../claim.ts';
import type { Effect } from '../../decide/decide-effects.ts';

/** An arm and how far it is run. */
export interface ArmRun {
  readonly arm: Arm;
  /** Rounds, by tier: arms that show where a run ends are run longer. */
  readonly rounds: keyof RetrainingTier['rounds'];
}

/** The curves of one replicate by the names of a claim's arms. */
export type Curves<Name extends string = string> = Readonly<Record<Name, Curve>>;

/** One effect of a claim: a paired number of each replicate, a log-ratio as a rule, whose mean is decided. */
export interface CurveEffect<Name extends string = string> extends Effect {
  of(curves: Curves<Name>): number;
}

/**
 * A claim about retrained generators. It has one observation a replicate, so it is decided over replicates of a few fixed settings
 * (kinds of digits, ways to retrain), not over a domain of settings drawn at random.
 */
export interface RetrainingClaim<Name extends string = string> extends ClaimText {
  readonly group: 'vae';
  readonly arms: Readonly<Record<Name, ArmRun>>;
  readonly effects: readonly CurveEffect<Name>[];
  /** Settings on which it is not said to hold, each with the reason that the report gives. */
  readonly notOn?: Readonly<Partial<Record<SettingName, string>>>;
  /** What was seen beside it that the claim does not say, for the report. */
  readonly remarks?: readonly string[];
}

/** A claim whose arms' names are checked where it is written, and forgotten where claims are listed. */
export function defineRetrainingClaim<Name extends string>(claim: RetrainingClaim<Name>): RetrainingClaim {
  return claim as RetrainingClaim;
}
