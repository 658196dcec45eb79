import type { ReplicationTier } from '../../kinds/replicated-runs/design.ts';
import type { Tier } from '../../tier.ts';

/** How much a run of this suite spends. */
export const tiers = [
  { name: 'quick', cost: 'nothing', indifference: 0.1, draws: 1 },
  { name: 'full', cost: 'next to nothing', indifference: 0.05, draws: 2 },
] as const satisfies readonly Tier[];

/** What a tier spends on walks. */
export interface WalksTier extends ReplicationTier {
  readonly rounds: { readonly short: number; readonly long: number };
}

/** What the tiers spend on walks, by their names. */
export const walksTiers = {
  quick: {
    settings: ['calm'],
    rounds: { short: 4, long: 10 },
    errors: { falseSupport: 0.02, falseRefutation: 0.02 },
    leastReplicates: 3,
    maximumReplicates: 20,
    observedInFull: 0,
  },
  full: {
    settings: ['calm', 'rough'],
    rounds: { short: 5, long: 14 },
    errors: { falseSupport: 1e-3, falseRefutation: 1e-3 },
    leastReplicates: 4,
    maximumReplicates: 40,
    observedInFull: 3,
  },
} as const satisfies Readonly<Record<string, WalksTier>>;
