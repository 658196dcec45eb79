import erfc from '@stdlib/math-base-special-erfc';

/** Probability with which a statistical test fails although the code is right: never, in a suite that runs daily for years. */
export const FALSE_ALARM = 1e-9;

/** Standard normal cdf Φ. */
export function normalCdf(x: number): number {
  return 0.5 * erfc(-x / Math.SQRT2);
}

/** The z with P(|Z| > z) = FALSE_ALARM, by bisection of erfc. */
export const DEVIATIONS = bisect((z) => erfc(z / Math.SQRT2) > FALSE_ALARM, 0, 40);

function bisect(isBelow: (x: number) => boolean, from: number, to: number): number {
  const middle = (from + to) / 2;
  if (middle === from || middle === to) return middle;
  return isBelow(middle) ? bisect(isBelow, middle, to) : bisect(isBelow, from, middle);
}

/** Band of the empirical cdf of `count` draws around the true one: P(sup|F_n − F| > band) ≤ alpha (Dvoretzky–Kiefer–Wolfowitz; Massart 1990). */
export function cdfBand(count: number, alpha: number = FALSE_ALARM): number {
  return Math.sqrt(Math.log(2 / alpha) / (2 * count));
}

/** sup|F_n − F| of a sample and a continuous cdf. Sorts the sample. */
export function distanceToCdf(sample: Float64Array, cdf: (x: number) => number): number {
  sample.sort();
  let largest = 0;
  for (let i = 0; i < sample.length; i++) {
    const expected = cdf(sample[i]!);
    largest = Math.max(largest, expected - i / sample.length, (i + 1) / sample.length - expected);
  }
  return largest;
}

/** sup|F_n − G_m| of two samples that have no value in common. Sorts both. */
export function distanceBetween(a: Float64Array, b: Float64Array): number {
  a.sort();
  b.sort();
  let largest = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]! < b[j]!) i++;
    else j++;
    largest = Math.max(largest, Math.abs(i / a.length - j / b.length));
  }
  return largest;
}

/** Bound on the distance of two samples of one law, except with probability FALSE_ALARM: each sample lies within its own band of the law. */
export function bandBetween(first: number, second: number): number {
  return cdfBand(first, FALSE_ALARM / 2) + cdfBand(second, FALSE_ALARM / 2);
}

/** Bound on a χ² of k degrees of freedom, except with probability FALSE_ALARM: k + 2√(kx) + 2x at x = −log FALSE_ALARM (Laurent & Massart 2000). */
export function chiSquareBound(degrees: number): number {
  const x = -Math.log(FALSE_ALARM);
  return degrees + 2 * Math.sqrt(degrees * x) + 2 * x;
}
