import betainc from '@stdlib/math-base-special-betainc';
import { expect } from 'vitest';
import { type Stream, streamFamily } from '../../../../sim/random/stream.ts';

/** A distribution whose mean is known, and how to draw an observation from it. */
export interface KnownDistribution {
  readonly name: string;
  readonly mean: number;
  draw(stream: Stream): number;
}

/** Standard normal truncated to [−1, 1]. */
function truncatedNormal(stream: Stream): number {
  for (;;) {
    const z = stream.normal();
    if (Math.abs(z) <= 1) return z;
  }
}

/** Distributions on [0, 1] on which every bounded decision has to keep its level: smooth, skewed, heavy at one end, rare. */
export const boundedDistributions: readonly KnownDistribution[] = [
  { name: 'Bernoulli(0.6)', mean: 0.6, draw: (stream) => (stream.uniform() < 0.6 ? 1 : 0) },
  {
    // The second smallest of six uniforms.
    name: 'Beta(2, 5)',
    mean: 2 / 7,
    draw: (stream) => {
      let [least, second] = [1, 1];
      for (let i = 0; i < 6; i += 1) {
        const u = stream.uniform();
        if (u < least) [least, second] = [u, least];
        else if (u < second) second = u;
      }
      return second;
    },
  },
  {
    // 1 − 2φ(1)/(2Φ(1)−1), the variance of the truncated normal.
    name: 'truncated normal squared',
    mean: 0.291_125_094_772_479_6,
    draw: (stream) => truncatedNormal(stream) ** 2,
  },
  { name: 'heavy two-point', mean: 0.05 * 1 + 0.95 * 0.3, draw: (stream) => (stream.uniform() < 0.05 ? 1 : 0.3) },
  { name: 'rare event', mean: 0.01, draw: (stream) => (stream.uniform() < 0.01 ? 1 : 0) },
];

/**
 * Error probability at which decisions are tried. Ville's inequality is the same at every level. At a large level its bound is nearly attained within
 * few observations, and few runs suffice to see a doubled error.
 */
export const ALPHA = 0.2;

/** Runs of a level test at ALPHA: an error that is twice as large as stated is caught with probability above 0.99999. */
export const RUNS = 400;

/**
 * Probability that a level test fails although the decision keeps its level. Some 200 level tests run on fixed seeds: all of them pass in all but one of
 * five hundred reseedings.
 */
export const CONFORMANCE_ERROR = 1e-5;

/** The least power of a level test against a doubled error. */
const POWER = 0.95;

/** A decision under watch: was what it said after the last observation wrong? */
export interface Watched {
  observe(observation: number): void;
  wrong(): boolean;
}

/**
 * The number of runs, out of `runs`, in which a decision was wrong after any of `looks` observations of a distribution. Reproducible: `seed` and the
 * name of the distribution key the streams.
 */
export function everWrong(
  distribution: KnownDistribution,
  start: () => Watched,
  runs: number,
  looks: number,
  seed = 1,
): number {
  const streams = streamFamily(seed, distribution.name, 0);
  let wrong = 0;
  for (let run = 0; run < runs; run += 1) {
    const stream = streams.at(run);
    const watched = start();
    for (let look = 0; look < looks; look += 1) {
      watched.observe(distribution.draw(stream));
      if (watched.wrong()) {
        wrong += 1;
        break;
      }
    }
  }
  return wrong;
}

/** P(Binomial(runs, rate) ≥ count): the p-value of `count` wrong runs when the error probability is `rate` at most. */
export function atLeastByChance(count: number, runs: number, rate: number): number {
  return count === 0 ? 1 : betainc(rate, count, runs - count + 1);
}

/** Probability that the level test of an error `alpha` fails when a decision errs with probability `rate`. */
export function powerOf(runs: number, alpha: number, rate: number): number {
  let critical = 0;
  while (atLeastByChance(critical, runs, alpha) > CONFORMANCE_ERROR) critical += 1;
  return atLeastByChance(critical, runs, rate);
}

/**
 * Expects that `wrong` wrong runs out of `runs` agree with an error probability of `alpha` at most.
 * @throws RangeError when there are too few runs to catch a doubled error: such a test could hardly fail.
 */
export function expectLevelKept(wrong: number, runs: number, alpha: number): void {
  if (powerOf(runs, alpha, 2 * alpha) < POWER) {
    throw new RangeError(
      `${runs} runs catch an error of ${2 * alpha} where ${alpha} is stated less often than ${POWER}`,
    );
  }
  const message = `${wrong} of ${runs} runs are wrong, where ${alpha} is stated`;
  expect(atLeastByChance(wrong, runs, alpha), message).toBeGreaterThan(CONFORMANCE_ERROR);
}

/** Expects that `wrong` wrong runs out of `runs` contradict an error probability of `alpha`: what negative controls have to show. */
export function expectLevelBroken(wrong: number, runs: number, alpha: number): void {
  const message = `${wrong} of ${runs} runs are wrong, where ${alpha} is stated`;
  expect(atLeastByChance(wrong, runs, alpha), message).toBeLessThan(CONFORMANCE_ERROR);
}
