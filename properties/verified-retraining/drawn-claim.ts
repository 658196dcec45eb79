import type { DrawnClaim } from '../engine/kinds/drawn-settings/claim.ts';
import type { RetrainingTier } from './tiers.ts';
import type { World } from './world.ts';

/** A claim of this paper whose setting type is checked where it is written, and forgotten where claims are listed. */
export function defineClaim<S>(claim: DrawnClaim<S, World, RetrainingTier>): DrawnClaim {
  return claim as DrawnClaim;
}
