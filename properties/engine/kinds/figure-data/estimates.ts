import { AsymptoticMean } from '../../decide/means/asymptotic.ts';
import type { Estimate } from './record.ts';

/** Error probability of an interval. */
const ERROR = 0.05;

/**
 * Half-width of an interval in standard errors of its mean, 3.03, at the number of observations at which the interval is tightest. It does not
 * depend on that number: here it is that of the observations −1 and 1, whose mean has standard error 1.
 */
export const HALF_WIDTH = (() => {
  const mean = new AsymptoticMean();
  mean.observe(-1);
  mean.observe(1);
  return mean.interval(ERROR, mean.count)[1];
})();

/**
 * Means of observations with their asymptotic 95 % intervals, tightest at the number of replicates.
 * @param length number of observations of a replicate.
 * @param sample fills `out` with the observations of replicate number 0, 1, …; replicates are independent.
 * @throws RangeError for fewer than two replicates, which have no interval, and for an observation that is not finite.
 */
export function estimates(
  length: number,
  replicates: number,
  sample: (replicate: number, out: Float64Array) => void,
): Estimate[] {
  if (!(replicates >= 2)) throw new RangeError(`replicates = ${replicates}: an interval needs two or more`);
  const means = Array.from({ length }, () => new AsymptoticMean());
  const out = new Float64Array(length);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    sample(replicate, out);
    for (const [column, mean] of means.entries()) {
      const observation = out[column]!;
      if (!Number.isFinite(observation)) {
        throw new RangeError(`observation ${column} of replicate ${replicate} is ${observation}, not finite`);
      }
      mean.observe(observation);
    }
  }
  return means.map((mean) => {
    const [low, high] = mean.interval(ERROR, replicates);
    return { mean: (low + high) / 2, low, high };
  });
}
