import { CLIP, SCALING } from './clipped-test.ts';
import type { Comparison } from './comparison.ts';

/**
 * About how many replicates it takes to support a comparison whose mean is as expected: log(2/α) over the log-growth of a Kelly bet
 * against the support edge, on the worse side, for the observable that is hardest to bet on among those of its mean, sd and range. The 2 is
 * the price of the hedge. It is about 2 log(2/α)(σ/δ)² for an edge at distance δ, unless the range is wide against σ²/δ: a rare
 * observation at its far end cannot be excluded sooner than in log(1/α)·range/δ, by any method. An unbounded observable takes SCALING
 * more, before the first bet.
 * @param sd standard deviation σ > 0 of the observable.
 */
export function replicatesToSupport(
  { expected, above, below, range }: Comparison,
  sd: number,
  falseSupport: number,
): number {
  const replicates = (edge: number | undefined, losingEnd: number | undefined, winningEnd: number | undefined) => {
    if (edge === undefined) return 0;
    const toward = Math.sign(expected - edge);
    const origin = losingEnd ?? edge - toward * CLIP * sd;
    const width = Math.abs((winningEnd ?? edge + toward * CLIP * sd) - origin);
    const threshold = ((edge - origin) * toward) / width;
    // A threshold outside the range is proven by the range itself.
    if (threshold < 0) return 0;

    return Math.log(2 / falseSupport) / leastGrowth(threshold, ((expected - origin) * toward) / width, sd / width);
  };
  const upward = replicates(above?.support, range?.[0], range?.[1]);
  const downward = replicates(below?.support, range?.[1], range?.[0]);
  return (range === undefined ? SCALING : 0) + Math.max(1, Math.ceil(Math.max(upward, downward)));
}

/**
 * Six times `replicatesToSupport` leave a true comparison undecided with probability below 1e-6 when α = 1e-6: its log-capital has then
 * mean 87 and standard deviation 13, and needs 14.5. Two more are for a truth a little off the prediction.
 */
const RESERVE = 8;

/**
 * Replicates after which a decision is given up as undecided: RESERVE times those that the hardest of its comparisons is expected to take.
 * @param sds standard deviation of the observable of each comparison, or a bound on it.
 * @throws RangeError unless there is a comparison, and one sd > 0 for each.
 */
export function maximumReplicates(
  comparisons: readonly Comparison[],
  sds: readonly number[],
  falseSupport: number,
): number {
  if (comparisons.length === 0 || comparisons.length !== sds.length)
    throw new RangeError(`${comparisons.length} comparisons and ${sds.length} sds: one sd for each is needed`);
  const needed = comparisons.map((comparison, index) => {
    const sd = sds[index]!;
    if (!(sd > 0)) throw new RangeError(`'${comparison.name}': sd = ${sd}, above 0 is needed`);
    return replicatesToSupport(comparison, sd, falseSupport);
  });
  return RESERVE * Math.max(...needed);
}

/**
 * Growth of the best bet against "mean ≤ m" for observations in [0, 1] of mean t > m and standard deviation s, at the distribution where it
 * is least: mass on 0 and on b = t + s²/t (log has a positive third derivative; Chebyshev–Markov). It is the Kullback–Leibler
 * divergence of Bernoulli(t/b) from Bernoulli(m/b).
 */
function leastGrowth(m: number, t: number, s: number): number {
  const b = t + s ** 2 / t;
  const [p, q] = [t / b, m / b];
  return p * Math.log(p / q) + (p < 1 ? (1 - p) * Math.log((1 - p) / (1 - q)) : 0);
}
