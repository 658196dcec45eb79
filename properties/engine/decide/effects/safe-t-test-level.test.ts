import { describe, expect, it } from 'vitest';
import {
  ALPHA,
  everWrong,
  expectLevelBroken,
  expectLevelKept,
  type KnownDistribution,
  RUNS,
} from '../testing/conformance.ts';
import { criticalCosines, rejecting } from '../testing/critical-cosines.ts';
import { EFFECT_SIZES, SafeTTest } from './safe-t-test.ts';

const LOOKS = 50;

describe('the level', () => {
  const normal: KnownDistribution = { name: 'normal', mean: 0, draw: (stream) => 7 * stream.normal() };
  const wrongOf = (distribution: KnownDistribution, alpha: number, runs: number) =>
    everWrong(distribution, rejecting(criticalCosines(1 / alpha, LOOKS)), runs, LOOKS);

  it.each([
    [0.02, 20_000],
    [1e-3, 200_000],
  ])('is kept at α = %f on normals of mean 0, looked at after every observation', (alpha, runs) => {
    const wrong = wrongOf(normal, alpha, runs);
    expectLevelKept(wrong, runs, alpha);
    // The bound is not slack by more than the cap on looks and the jump over 1/α explain.
    expect(wrong).toBeGreaterThan((runs * alpha) / 4);
  });

  it('is kept by the streaming test itself', () => {
    const wrong = everWrong(
      normal,
      () => {
        const test = new SafeTTest();
        return {
          observe: (x) => test.observe(x),
          wrong: () => test.mean > 0 && test.logEvidenceAbove(0) >= Math.log(1 / ALPHA),
        };
      },
      RUNS,
      20,
    );
    expectLevelKept(wrong, RUNS, ALPHA);
    expect(wrong).toBeGreaterThan((RUNS * ALPHA) / 4);
  });

  it('is not kept by a test that takes the standard deviation of the first two observations for known', () => {
    const [alpha, runs] = [0.02, 20_000];
    const wrong = everWrong(
      normal,
      () => {
        let [count, sum, first, deviation] = [0, 0, 0, 0];
        return {
          observe: (x) => {
            count += 1;
            sum += x;
            if (count === 1) first = x;
            if (count === 2) deviation = Math.abs(x - first) / Math.SQRT2;
          },
          wrong: () => {
            const ratios = EFFECT_SIZES.map((size) => Math.exp((size * sum) / deviation - (count * size * size) / 2));
            return count >= 2 && ratios.reduce((total, ratio) => total + ratio, 0) / ratios.length >= 1 / alpha;
          },
        };
      },
      runs,
      LOOKS,
    );
    expectLevelBroken(wrong, runs, alpha);
  });

  it('is kept on a heavy-tailed law, and not on one with a long tail away from the alternative: normality is assumed', () => {
    const [alpha, runs] = [0.02, 20_000];
    const logistic: KnownDistribution = {
      name: 'logistic',
      mean: 0,
      draw: (stream) => {
        const u = stream.uniform();
        return Math.log(u / (1 - u));
      },
    };
    const skewed: KnownDistribution = {
      name: '1 − exponential',
      mean: 0,
      draw: (stream) => 1 + Math.log(stream.uniform()),
    };
    expectLevelKept(wrongOf(logistic, alpha, runs), runs, alpha);
    expectLevelBroken(wrongOf(skewed, alpha, runs), runs, alpha);
  });
});
