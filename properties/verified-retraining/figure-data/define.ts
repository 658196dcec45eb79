import { HALF_WIDTH } from '../../engine/kinds/figure-data/estimates.ts';
import type { FigureData } from '../../engine/kinds/figure-data/figure.ts';
import type { RetrainingTier } from '../tiers.ts';
import type { World } from '../world.ts';

/** Data of a figure of this paper whose cells' type is checked where it is written, and forgotten where figures are listed. */
export function defineFigureData<C>(figure: FigureData<C, World, RetrainingTier>): FigureData {
  return figure as FigureData;
}

/**
 * Replicates behind each mean, as many as the tier's precision takes: the standard deviation of a squared distance is at most √2 of its mean
 * (claims/ranges.ts). 1,843 in the quick tier, 20,473 in the others.
 */
export function replicatesOf({ figurePrecision }: RetrainingTier): number {
  return Math.ceil(2 * (HALF_WIDTH / figurePrecision) ** 2);
}
