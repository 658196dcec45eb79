import type { Stream } from '../../../../sim/random/stream.ts';
import type { Claim, Errors, Outcome } from '../../claim.ts';
import type { Domain } from '../../domain.ts';
import type { Tier } from '../../tier.ts';

/** What a check may use: the world it looks at, the tier, its error probabilities and its randomness. */
export interface Trial<World = unknown, T extends Tier = Tier> {
  readonly world: World;
  readonly tier: T;
  readonly errors: Errors;
  /** The random stream of a replicate, keyed by (seed, claim, draw, replicate); the object may be reused by the next call. */
  stream(replicate: number): Stream;
  /** The same stream with every normal negated: of the same law, and of opposite noise. */
  reflected(replicate: number): Stream;
}

/** A statement as a randomized property of simulated runs, over settings drawn from a domain. */
export interface DrawnClaim<S = unknown, World = unknown, T extends Tier = Tier> extends Claim {
  readonly domain: Domain<S, T>;
  /** Settings drawn where the tier's factor is 1. */
  readonly draws: number;
  /** Holds one setting against a world. The theory comes through the world alone, so that mutants reach it. */
  check(setting: S, trial: Trial<World, T>): Outcome;
}

/** Whether a claim is checked on settings drawn from a domain. */
export function isDrawn(claim: Claim): claim is DrawnClaim {
  return 'domain' in claim;
}
