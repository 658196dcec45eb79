import betainc from '@stdlib/math-base-special-betainc';
import { type Stream, streamFamily } from '../../../../sim/random/stream.ts';

/** A kind of independent observations with a known mean. */
export interface Population {
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

/** Populations on [0, 1] on which every bounded decision has to keep its level: smooth, skewed, heavy at one end, rare. */
export const populations: readonly Population[] = [
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
    // 1 − 2φ(1)/(2Φ(1)−1), the variance of the truncated normal (the contraction rate at R/σ = 1).
    name: 'truncated normal squared',
    mean: 0.291_125_094_772_479_6,
    draw: (stream) => truncatedNormal(stream) ** 2,
  },
  { name: 'heavy two-point', mean: 0.05 * 1 + 0.95 * 0.3, draw: (stream) => (stream.uniform() < 0.05 ? 1 : 0.3) },
  { name: 'rare event', mean: 0.01, draw: (stream) => (stream.uniform() < 0.01 ? 1 : 0) },
];

/** A decision under watch: was what it said after the last observation wrong? */
export interface Watched {
  observe(observation: number): void;
  wrong(): boolean;
}

/** Runs out of `runs` in which a decision was wrong after any of `looks` observations of a population. Reproducible: `seed` keys the streams. */
export function everWrong(population: Population, start: () => Watched, runs: number, looks: number, seed = 1): number {
  const streams = streamFamily(seed, population.name, 0);
  let wrong = 0;
  for (let run = 0; run < runs; run += 1) {
    const stream = streams.at(run);
    const watched = start();
    for (let look = 0; look < looks; look += 1) {
      watched.observe(population.draw(stream));
      if (watched.wrong()) {
        wrong += 1;
        break;
      }
    }
  }
  return wrong;
}

/** P(Binomial(runs, rate) ≥ count): the p-value of `count` wrong runs when at most `rate` of them should be. */
export function atLeastByChance(count: number, runs: number, rate: number): number {
  return count === 0 ? 1 : betainc(rate, count, runs - count + 1);
}

/**
 * Level of one conformance test. Some 200 of them run on fixed seeds: a correct suite of them fails once in five hundred reseedings, and
 * one whose error is half as large again as it says (0.075 for 0.05) is caught in 2000 runs with probability above 0.9.
 */
export const CONFORMANCE_ERROR = 1e-5;
