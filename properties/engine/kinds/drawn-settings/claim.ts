import type { Stream } from '../../../../sim/random/stream.ts';
import type { Claim, Errors, Outcome } from '../../claim.ts';
import type { Domain } from '../../domain.ts';
import type { Tier } from '../../tier.ts';

/** What a check is given: the world, the tier, the error probabilities and the randomness. */
export interface Trial<World = unknown, T extends Tier = Tier> {
  readonly world: World;
  readonly tier: T;
  readonly errors: Errors;
  /** The random stream of a replicate, keyed by (seed, claim, draw, replicate). The next call may reuse the object. */
  stream(replicate: number): Stream;
  /** The same stream with every normal negated: the same law, and the opposite noise. */
  reflected(replicate: number): Stream;
}

/** A claim that is checked on settings drawn from a domain. */
export interface DrawnClaim<S = unknown, World = unknown, T extends Tier = Tier> extends Claim {
  readonly domain: Domain<S, T>;
  /** The number of settings that are drawn where the tier's factor is 1. */
  readonly draws: number;
  /** Decides one setting. The check has the theory from the world alone, so that mutants reach it. */
  check(setting: S, trial: Trial<World, T>): Outcome;
}

/** Whether a claim is checked on settings drawn from a domain. */
export function isDrawn(claim: Claim): claim is DrawnClaim {
  return 'domain' in claim;
}
