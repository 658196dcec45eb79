import type { Tier } from '../../../properties/engine/tier.ts';

/** How much a run spends. */
export const tiers: readonly Tier[] = [
  { name: 'brief', cost: 'a second', indifference: 0.1, draws: 1 },
  { name: 'patient', cost: 'some seconds', indifference: 0.05, draws: 2 },
];
