/** How much a run spends: the width of the indifference zones, and the number and size of the settings drawn. */
export interface Tier {
  readonly name: 'quick' | 'full' | 'paper';
  /** Indifference zone as a share of the predicted value or effect. */
  readonly indifference: number;
  /** Factor on each claim's number of draws. */
  readonly draws: number;
  /** Largest dimension p that domains draw. */
  readonly maximumDimension: number;
}

/**
 * The tiers by name. Quick answers in minutes; full narrows the zones five-fold and quadruples the draws; paper is full where settings are
 * drawn, and retrains generators of the paper's own sizes.
 */
export const tiers: Readonly<Record<Tier['name'], Tier>> = {
  quick: { name: 'quick', indifference: 0.1, draws: 1, maximumDimension: 3 },
  full: { name: 'full', indifference: 0.02, draws: 4, maximumDimension: 8 },
  paper: { name: 'paper', indifference: 0.02, draws: 4, maximumDimension: 8 },
};
