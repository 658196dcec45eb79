import { expect, it } from 'vitest';
import { streamFamily } from '../../../sim/random/stream.ts';
import { decideDistribution } from './decide-distribution.ts';
import { ALPHA, expectLevelKept, RUNS } from './testing/conformance.ts';

const uniform = { name: 'uniform', cdf: (x: number) => Math.min(1, Math.max(0, x)), margin: 0.1 };
const streams = streamFamily(1, 'distribution', 0);

/** Uniforms pushed together: sup |F − F₀| = shift, at x = shift. */
const shifted = (shift: number, run: number) => {
  const stream = streams.at(run);
  return () => Math.max(stream.uniform(), shift * (1 - 1e-9 * stream.uniform()));
};

it('the true distribution is supported, one at twice the margin refuted', () => {
  const errors = { falseSupport: 1e-6, falseRefutation: 1e-6 };
  for (let run = 0; run < 20; run += 1) {
    expect(decideDistribution(uniform, shifted(0, run), errors).verdict).toBe('supported');
    expect(decideDistribution(uniform, shifted(0.2, run), errors).verdict).toBe('refuted');
  }
});

it('a distribution at the margin is supported, and the true one refuted, at most as often as stated', () => {
  let [supported, refuted] = [0, 0];
  for (let run = 0; run < RUNS; run += 1) {
    const errors = { falseSupport: ALPHA, falseRefutation: 1e-12 };
    if (decideDistribution(uniform, shifted(0.1, run), errors).verdict === 'supported') supported += 1;
    const reverse = { falseSupport: ALPHA, falseRefutation: ALPHA };
    if (decideDistribution(uniform, shifted(0, run), reverse).verdict === 'refuted') refuted += 1;
  }
  expectLevelKept(supported, RUNS, ALPHA);
  expectLevelKept(refuted, RUNS, ALPHA);
  // The bound for refutation is nearly attained: Massart's constant is tight.
  expect(refuted).toBeGreaterThan((RUNS * ALPHA) / 2);
});

it('the distance counts both sides of every step of the empirical cdf', () => {
  const errors = { falseSupport: 0.9, falseRefutation: 0.9 };
  const constantSample = decideDistribution({ ...uniform, margin: 0.9 }, () => 0.3, errors);
  expect(constantSample.comparison.estimate).toBeCloseTo(0.7, 12);
});

it('NaN, a cdf that leaves [0, 1], and a margin or an error outside (0, 1) are refused', () => {
  const errors = { falseSupport: 0.05, falseRefutation: 0.05 };
  expect(() => decideDistribution(uniform, () => Number.NaN, errors)).toThrow("'uniform': cdf(NaN)");
  expect(() => decideDistribution({ ...uniform, cdf: (x) => x }, () => 2, errors)).toThrow('cdf(2) = 2');
  expect(() => decideDistribution({ ...uniform, margin: 1 }, () => 0.5, errors)).toThrow('margin = 1');
  const certain = { falseSupport: 0.05, falseRefutation: 1 };
  expect(() => decideDistribution(uniform, () => 0.5, certain)).toThrow('falseRefutation = 1');
});
