import type { Claim } from '../../claim.ts';
import type { Effect } from '../../decide/effects/effect.ts';
import type { Curve } from './curve-record.ts';

/** An arm and how far it is run. */
export interface ArmRun<Arm = unknown> {
  readonly arm: Arm;
  /** Name of a number of rounds that each tier states: arms that show where a run ends are run longer. */
  readonly rounds: string;
}

/** The curves of one replicate by the names of a claim's arms. */
export type Curves<Name extends string = string, C = Curve> = Readonly<Record<Name, C>>;

/** One effect of a claim: a paired number of each replicate, a log-ratio as a rule, whose mean is decided. */
export interface CurveEffect<Name extends string = string, C = Curve> extends Effect {
  of(curves: Curves<Name, C>): number;
}

/**
 * A claim about runs too expensive to draw settings for. It has one observation a replicate, so it is decided over replicates of a few fixed
 * settings, not over a domain of settings drawn at random.
 */
export interface ReplicatedClaim<Name extends string = string, Arm = unknown, C = Curve> extends Claim {
  readonly arms: Readonly<Record<Name, ArmRun<Arm>>>;
  readonly effects: readonly CurveEffect<Name, C>[];
  /** Settings on which it is not said to hold, each with the reason that the report gives. */
  readonly notOn?: Readonly<Record<string, string | undefined>>;
  /** What was seen beside it that the claim does not say, for the report. */
  readonly remarks?: readonly string[];
}

/** Whether a claim is decided over replicates of fixed settings. */
export function isReplicated(claim: Claim): claim is ReplicatedClaim {
  return 'arms' in claim;
}
