import type { ComparisonOutcome, Errors, Verdict } from '../claim.ts';
import { distanceToUniform, dkwRadius, dkwSampleSize } from './distributions/dkw-band.ts';
import { requireProbabilities } from './probabilities.ts';

/** A continuous distribution held against the theory. */
export interface DistributionComparison {
  readonly name: string;
  /** The predicted cumulative distribution function, continuous. */
  readonly cdf: (value: number) => number;
  /** The largest indifferent distance sup |F − F₀| between the true and the predicted cdf, in (0, 1). */
  readonly margin: number;
}

/** What a sample decided about its distribution. */
export interface DistributionDecision {
  readonly verdict: Verdict;
  readonly replicates: number;
  /** `estimate` is the distance between the empirical and the predicted cdf, which is 0 under the theory. `interval` is the DKW band at falseSupport. */
  readonly comparison: ComparisonOutcome;
}

/**
 * Decides a distribution from a sample of fixed size by its DKW band (Dvoretzky, Kiefer & Wolfowitz 1956; Massart 1990): supported when
 * distance + radius(falseSupport) ≤ margin, refuted when distance > radius(falseRefutation). When both hold, the decision is refuted.
 *
 * Guarantee: both errors are non-asymptotic. They hold at one look: the decision is not sequential, and it keeps the sample in memory.
 * @param sample observation number 0, 1, …. Observations are independent.
 * @throws RangeError for a margin or an error outside (0, 1), and for a cdf value that is NaN or outside [0, 1].
 */
export function decideDistribution(
  { name, cdf, margin }: DistributionComparison,
  sample: (replicate: number) => number,
  { falseSupport, falseRefutation }: Errors,
): DistributionDecision {
  if (!(margin > 0 && margin < 1)) throw new RangeError(`'${name}': margin = ${margin}, in (0, 1) is needed`);
  requireProbabilities({ falseSupport, falseRefutation });
  const replicates = dkwSampleSize(margin, falseSupport);
  const heights = Float64Array.from({ length: replicates }, (_, replicate) => {
    const value = sample(replicate);
    const height = cdf(value);
    if (!(height >= 0 && height <= 1))
      throw new RangeError(`'${name}': cdf(${value}) = ${height}, in [0, 1] is needed`);
    return height;
  });
  const distance = distanceToUniform(heights.sort());
  const radius = dkwRadius(replicates, falseSupport);
  const refuted = distance > dkwRadius(replicates, falseRefutation);
  const verdict = refuted ? 'refuted' : distance + radius <= margin ? 'supported' : 'undecided';
  return {
    verdict,
    replicates,
    comparison: {
      name,
      verdict,
      expected: 0,
      estimate: distance,
      interval: [Math.max(0, distance - radius), distance + radius],
      zone: [null, margin],
      guarantee: 'non-asymptotic',
    },
  };
}
