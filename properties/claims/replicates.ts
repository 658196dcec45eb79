/** How hard a comparison is to decide; all in the unit of its observable. */
export interface Spread {
  /** Standard deviation of one replicate, or a bound on it. */
  readonly sd: number;
  /** Distance from the expected mean to the nearest support edge. */
  readonly margin: number;
  /** Bounds of the observable; absent when it is unbounded. */
  readonly range?: readonly [low: number, high: number];
}

/** Factor on the expected number: stopping times spread, and the truth may lie a little off the prediction. */
const RESERVE = 8;

/** An unbounded observable is scaled by its first 100 values and clipped at 10 sd: see decide/clipped-test.ts. */
const UNBOUNDED = { scaling: 100, widths: 10 };

/**
 * Replicates after which a decision is given up as undecided. A test that bets at the best stake, margin/sd², gains margin²/(2 sd²) of
 * log-evidence a replicate; one held to the largest stake that the range allows, 1/width, gains margin/width. Both times add up to a bound on the
 * expected number, and the cap is `RESERVE` times that of the hardest comparison.
 */
export function maximumReplicates(falseSupport: number, spreads: readonly Spread[]): number {
  const evidence = Math.log(1 / falseSupport);
  const expected = spreads.map(({ sd, margin, range }) => {
    const width = range === undefined ? UNBOUNDED.widths * sd : range[1] - range[0];
    return evidence * (2 * (sd / margin) ** 2 + width / margin) + (range === undefined ? UNBOUNDED.scaling : 0);
  });
  return Math.ceil(RESERVE * Math.max(...expected));
}
