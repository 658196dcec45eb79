/**
 * Radius of the two-sided DKW band: P(sup |F_n − F| > radius) ≤ α for every n and every continuous F (Dvoretzky, Kiefer & Wolfowitz 1956; the
 * constant 2 is that of Massart 1990).
 */
export function dkwRadius(n: number, alpha: number): number {
  return Math.sqrt(Math.log(2 / alpha) / (2 * n));
}

/**
 * Number of observations after which a true prediction is supported with probability at least 1 − falseSupport. The distance is then within one
 * radius, and support needs distance + radius ≤ margin: two radii have to fit into the margin.
 */
export function dkwSampleSize(margin: number, falseSupport: number): number {
  return Math.ceil((2 * Math.log(2 / falseSupport)) / margin ** 2);
}

/** sup |F_n − F| from the sorted values F(x_i): the empirical cdf steps from i/n to (i+1)/n at each of them. */
export function distanceToUniform(heights: Float64Array): number {
  const n = heights.length;
  return heights.reduce((worst, height, i) => Math.max(worst, (i + 1) / n - height, height - i / n), 0);
}
