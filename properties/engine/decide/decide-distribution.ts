import type { ComparisonOutcome, Verdict } from '../claim.ts';

/** A continuous distribution held against the theory. */
export interface DistributionComparison {
  readonly name: string;
  /** The predicted cumulative distribution function, continuous. */
  readonly cdf: (value: number) => number;
  /** Largest sup distance between the true and the predicted cdf that is indifferent, in (0, 1). */
  readonly margin: number;
}

/** Error probabilities of a decision on a distribution. */
export interface DistributionErrors {
  readonly falseSupport: number;
  readonly falseRefutation: number;
}

/** What a sample decided about its distribution. */
export interface DistributionDecision {
  readonly verdict: Verdict;
  readonly replicates: number;
  /** The sup distance is `estimate`; it is 0 under the theory, and `interval` is the DKW band at the level of false support. */
  readonly comparison: ComparisonOutcome;
}

/** Radius of the two-sided DKW band: P(sup |F_n − F| > radius) ≤ α for every n (Dvoretzky, Kiefer & Wolfowitz 1956; Massart 1990). */
export function dkwRadius(n: number, alpha: number): number {
  return Math.sqrt(Math.log(2 / alpha) / (2 * n));
}

/**
 * Observations after which a true prediction is supported but for probability falseSupport: the distance is then within one radius,
 * and support needs distance + radius ≤ margin, so two radii have to fit into the margin.
 */
export function dkwSampleSize(margin: number, falseSupport: number): number {
  return Math.ceil((2 * Math.log(2 / falseSupport)) / margin ** 2);
}

/**
 * Decides a distribution from a sample of fixed size by its DKW band: supported when distance + radius(falseSupport) ≤ margin, refuted
 * when distance > radius(falseRefutation), which wins when both hold. Looks once; keeps the sample in memory.
 * @param sample observation number 0, 1, …; independent.
 * @throws RangeError for a margin outside (0, 1), for NaN, and for a cdf value outside [0, 1].
 */
export function decideDistribution(
  { name, cdf, margin }: DistributionComparison,
  sample: (replicate: number) => number,
  { falseSupport, falseRefutation }: DistributionErrors,
): DistributionDecision {
  if (!(margin > 0 && margin < 1)) throw new RangeError(`'${name}': margin = ${margin}, in (0, 1) is needed`);
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

/** sup |F_n − F| from the sorted values F(x_i): the empirical cdf steps from i/n to (i+1)/n at each. */
function distanceToUniform(heights: Float64Array): number {
  const n = heights.length;
  return heights.reduce((worst, height, i) => Math.max(worst, (i + 1) / n - height, height - i / n), 0);
}
