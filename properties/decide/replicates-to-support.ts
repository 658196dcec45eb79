import { CLIP } from './clipped-test.ts';
import type { Comparison } from './comparison.ts';

/**
 * About how many replicates it takes to support a comparison whose mean is as expected: log(2/α) over the log-growth of a Kelly bet
 * against the support edge, on the worse side, for the observable that is hardest to bet on among those of its mean, sd and range. The 2 is
 * the price of the hedge. It is about 2 log(2/α)(σ/δ)² for an edge at distance δ, unless the range is wide against σ²/δ: a rare
 * observation at its far end cannot be excluded sooner than in log(1/α)·range/δ, by any method.
 * Six times as many leave a true comparison undecided with probability below 1e-6 when α = 1e-6: its log-capital has then mean 87
 * and standard deviation 13, and needs 14.5.
 * @param sd standard deviation σ > 0 of the observable.
 */
export function replicatesToSupport(
  { expected, above, below, range }: Comparison,
  sd: number,
  falseSupport: number,
): number {
  const replicates = (edge: number | undefined, losingEnd: number | undefined, winningEnd: number | undefined) => {
    if (edge === undefined) return 1;
    const toward = Math.sign(expected - edge);
    const origin = losingEnd ?? edge - toward * CLIP * sd;
    const width = Math.abs((winningEnd ?? edge + toward * CLIP * sd) - origin);
    const threshold = ((edge - origin) * toward) / width;
    // A threshold outside the range is proven by the range itself.
    if (threshold < 0) return 1;

    return Math.log(2 / falseSupport) / leastGrowth(threshold, ((expected - origin) * toward) / width, sd / width);
  };
  return Math.ceil(
    Math.max(replicates(above?.support, range?.[0], range?.[1]), replicates(below?.support, range?.[1], range?.[0])),
  );
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
