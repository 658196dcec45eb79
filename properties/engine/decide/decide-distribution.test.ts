import { expect, it } from 'vitest';
import { streamFamily } from '../../../sim/random/stream.ts';
import { decideDistribution, dkwRadius, dkwSampleSize } from './decide-distribution.ts';
import { atLeastByChance, CONFORMANCE_ERROR } from './testing/conformance.ts';

const uniform = { name: 'uniform', cdf: (x: number) => Math.min(1, Math.max(0, x)), margin: 0.1 };
const streams = streamFamily(1, 'distribution', 0);

/** Uniforms pushed together: sup |F − F₀| = shift, at x = shift. */
const shifted = (shift: number, run: number) => {
  const stream = streams.at(run);
  return () => Math.max(stream.uniform(), shift * (1 - 1e-9 * stream.uniform()));
};

it('two DKW radii fit into the margin at the derived sample size, and do not at one less', () => {
  const n = dkwSampleSize(0.05, 1e-6);
  expect(2 * dkwRadius(n, 1e-6)).toBeLessThanOrEqual(0.05);
  expect(2 * dkwRadius(n - 1, 1e-6)).toBeGreaterThan(0.05);
});

it('the true distribution is supported, one at twice the margin refuted', () => {
  const errors = { falseSupport: 1e-6, falseRefutation: 1e-6 };
  for (let run = 0; run < 20; run += 1) {
    expect(decideDistribution(uniform, shifted(0, run), errors).verdict).toBe('supported');
    expect(decideDistribution(uniform, shifted(0.2, run), errors).verdict).toBe('refuted');
  }
});

it('a distribution at the margin is supported, and the true one refuted, at most as often as stated', () => {
  const [runs, alpha] = [2000, 0.05];
  let [supported, refuted] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const errors = { falseSupport: alpha, falseRefutation: 1e-12 };
    if (decideDistribution(uniform, shifted(0.1, run), errors).verdict === 'supported') supported += 1;
    const reverse = { falseSupport: alpha, falseRefutation: alpha };
    if (decideDistribution(uniform, shifted(0, run), reverse).verdict === 'refuted') refuted += 1;
  }
  expect(atLeastByChance(supported, runs, alpha)).toBeGreaterThan(CONFORMANCE_ERROR);
  expect(atLeastByChance(refuted, runs, alpha)).toBeGreaterThan(CONFORMANCE_ERROR);
  expect(refuted).toBeGreaterThan(runs / 100);
});

it('the distance counts both sides of every step of the empirical cdf', () => {
  const errors = { falseSupport: 0.9, falseRefutation: 0.9 };
  const constantSample = decideDistribution({ ...uniform, margin: 0.9 }, () => 0.3, errors);
  expect(constantSample.comparison.estimate).toBeCloseTo(0.7, 12);
});

it('NaN and a cdf that leaves [0, 1] are refused', () => {
  const errors = { falseSupport: 0.05, falseRefutation: 0.05 };
  expect(() => decideDistribution(uniform, () => Number.NaN, errors)).toThrow("'uniform': cdf(NaN)");
  expect(() => decideDistribution({ ...uniform, cdf: (x) => x }, () => 2, errors)).toThrow('cdf(2) = 2');
  expect(() => decideDistribution({ ...uniform, margin: 1 }, () => 0.5, errors)).toThrow('margin = 1');
});
