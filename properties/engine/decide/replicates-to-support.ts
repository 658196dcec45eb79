import type { Comparison } from './comparison.ts';
import { CLIP, SCALING } from './means/clipped-test.ts';

/**
 * The approximate number of replicates that it takes to support a comparison whose mean is as expected. It is log(2/α) over the log-growth of a
 * Kelly bet against the support edge, on the worse side, for the observable that is hardest to bet on among all with this mean, sd and range.
 * The 2 is the price of sharing the capital between two strategies.
 *
 * For an edge at distance δ the number is about 2 log(2/α)(σ/δ)², unless the range is wide against σ²/δ: no method can exclude a rare observation
 * at the far end of the range in less than log(1/α)·range/δ replicates. An unbounded observable takes SCALING replicates more, before the first bet.
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
    // The range itself proves a threshold outside it.
    if (threshold < 0) return 0;
    return Math.log(2 / falseSupport) / leastGrowth(threshold, ((expected - origin) * toward) / width, sd / width);
  };
  const upward = replicates(above?.support, range?.[0], range?.[1]);
  const downward = replicates(below?.support, range?.[1], range?.[0]);
  return (range === undefined ? SCALING : 0) + Math.max(1, Math.ceil(Math.max(upward, downward)));
}

/**
 * Factor on `replicatesToSupport`. With six times this number, a true comparison stays undecided with probability below 1e-6 when α = 1e-6: its
 * log-capital then has mean 87 and standard deviation 13, and it needs 14.5. Two more are for a truth that is a little off the prediction.
 */
const RESERVE = 8;

/**
 * Number of replicates after which a decision ends as undecided: RESERVE times the number that its hardest comparison is expected to take.
 * @param sds standard deviation of the observable of each comparison, or a bound on it.
 * @throws RangeError unless there is a comparison, and one sd > 0 for each comparison.
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
 * Log-growth of the best bet against "mean ≤ m" for observations in [0, 1] of mean t > m and standard deviation s, at the distribution where this
 * growth is least. That distribution has mass on 0 and on b = t + s²/t, because the logarithm has a positive third derivative (Chebyshev–Markov).
 * The growth is the Kullback–Leibler divergence of Bernoulli(t/b) from Bernoulli(m/b).
 */
function leastGrowth(m: number, t: number, s: number): number {
  const b = t + s ** 2 / t;
  const [p, q] = [t / b, m / b];
  return p * Math.log(p / q) + (p < 1 ? (1 - p) * Math.log((1 - p) / (1 - q)) : 0);
}
