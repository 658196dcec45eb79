import type { Tier } from '../engine/tier.ts';

/** How much a run of this suite spends. */
export interface RetrainingTier extends Tier {
  readonly name: 'quick' | 'full' | 'paper';
  /** Largest dimension p that domains draw. */
  readonly maximumDimension: number;
  /** Half-width of the interval of a mean in a figure as a share of the mean, at most. */
  readonly figurePrecision: number;
}

/**
 * Quick answers in a minute; full narrows the zones five-fold and quadruples the draws; paper is full where settings are drawn, and retrains
 * generators of the paper's own sizes. In figures the interval of a mean squared distance is three pixels of a logarithmic axis of four decades
 * in 300, seen as an interval, in the quick tier, and one pixel in the others.
 */
export const tiers: readonly RetrainingTier[] = [
  { name: 'quick', cost: 'a minute', indifference: 0.1, draws: 1, maximumDimension: 3, figurePrecision: 0.1 },
  {
    name: 'full',
    cost: 'a quarter of an hour',
    indifference: 0.02,
    draws: 4,
    maximumDimension: 8,
    figurePrecision: 0.03,
  },
  {
    name: 'paper',
    cost: 'days; interrupt it and go on with --resume DIR',
    indifference: 0.02,
    draws: 4,
    maximumDimension: 8,
    figurePrecision: 0.03,
  },
];
