/** Error probability of an interval that a report shows, for either end. */
const SHOWN_ERROR = 0.05;

/** Probability that any effect of a run is called moved, if the run differs from its baseline by its seed alone. */
const FALSE_ALARM = 0.01;

/**
 * Whether two 95 % intervals of one quantity, from independent runs, lie too far apart for their widths.
 *
 * It is not enough that they are disjoint: an anytime-valid 95 % interval may miss in one run of 20, so that two of them may be disjoint in one
 * pair of 10, for each quantity compared. Instead the distance of the midpoints is held against √(w₁² + w₂²), w the half-widths, times the
 * factor by which intervals are wider at the level FALSE_ALARM/quantities than at 5 %. Log-evidence grows with the square of the distance, as
 * that of a normal mixture does, so the factor is √(ln(quantities/FALSE_ALARM)/ln(1/0.05)): 1.7 for 40 quantities, beyond disjoint.
 *
 * The factor is an approximation: intervals of few replicates have heavier tails, and decisions stop when the evidence suffices. The chance that
 * any of 40 effects moves was measured on pairs of simulated decisions that stop after 3 to 20 replicates, with effects of 1, 2 and 4 standard
 * deviations: normal 0.4 % at most, t with 3 degrees of freedom 0.2 %, exponential 0.6 %. Disjoint intervals: 1, 0.7 and 1.8 %.
 *
 * @param quantities number of intervals from which the compared ones were chosen
 */
export function hasMoved(old: Interval, now: Interval, quantities: number): boolean {
  const wider = Math.sqrt(Math.log(quantities / FALSE_ALARM) / Math.log(1 / SHOWN_ERROR));
  const distance = Math.abs(middle(now) - middle(old));
  return distance > wider * Math.hypot(halfWidth(old), halfWidth(now));
}

type Interval = readonly [low: number, high: number];

const middle = ([low, high]: Interval) => (low + high) / 2;
const halfWidth = ([low, high]: Interval) => (high - low) / 2;
