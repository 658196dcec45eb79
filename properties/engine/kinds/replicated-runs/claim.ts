import type { Claim } from '../../claim.ts';
import type { Effect } from '../../decide/effects/effect.ts';
import type { Curve } from './curve-record.ts';

/** An arm, and for how many rounds it is run. */
export interface ArmRun<Arm = unknown> {
  readonly arm: Arm;
  /** Name of a number of rounds; each tier states the number. */
  readonly rounds: string;
}

/** The curves of one replicate by the names of a claim's arms. */
export type Curves<Name extends string = string, C = Curve> = Readonly<Record<Name, C>>;

/** One effect of a claim: a number for each replicate, such as the log-ratio of two arms. Its mean is decided. */
export interface CurveEffect<Name extends string = string, C = Curve> extends Effect {
  of(curves: Curves<Name, C>): number;
}

/**
 * A claim about runs that are too expensive to draw many settings. It is decided over replicates of a few fixed settings; each replicate gives one
 * observation of each effect.
 */
export interface ReplicatedClaim<Name extends string = string, Arm = unknown, C = Curve> extends Claim {
  readonly arms: Readonly<Record<Name, ArmRun<Arm>>>;
  readonly effects: readonly CurveEffect<Name, C>[];
  /** Settings on which the claim is not said to hold, each with the reason for the report. */
  readonly notOn?: Readonly<Record<string, string | undefined>>;
  /** Further findings for the report, which the claim does not state. */
  readonly remarks?: readonly string[];
}

/** Whether a claim is decided over replicates of fixed settings. */
export function isReplicated(claim: Claim): claim is ReplicatedClaim {
  return 'arms' in claim;
}
