import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SafeTTest, safeTLogEvidence } from './safe-t-test.ts';

const sample = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 12 });
const fed = (observations: readonly number[]) => {
  const test = new SafeTTest();
  for (const x of observations) test.observe(x);
  return test;
};

describe('the likelihood ratio', () => {
  // n, cosine, effect size, log-ratio: densities of t by their definition at 50 digits in Python's mpmath, and 2Φ(±δ) at n = 1.
  it.each([
    [1, 1.0, 1, 0.5203934015364954],
    [1, -1.0, 2, -3.090037153122087],
    [2, 0.3, 1, -0.427320753073392],
    [2, -0.999, 8, -68.8729011880902],
    [3, 0.95, 2, 2.578780296976346],
    [3, -0.5, 4, -27.64240770350439],
    [5, 0.99, 4, 7.596576227172813],
    [5, -0.99, 8, -172.5637709474705],
    [10, 0.999, 8, 23.45193114406486],
    [25, 0.5, 1, 1.552911205641371],
    [50, 0.97, 4, 69.61201900523267],
    [50, -0.97, 8, -1727.520631488721],
    [200, 0.8, 2, 78.94344370358797],
  ])('of %d observations at cosine %f and effect size %d is %f', (count, cosine, size, expected) => {
    const ratio = safeTLogEvidence(count, cosine, [size]);
    // Logarithms as large as nδ² and nlog n cancel.
    const rounding = 2 ** -46 * (1 + count * size ** 2 + count * Math.log(count));
    expect(Math.abs(ratio - expected)).toBeLessThan(rounding);
  });

  it('has mean 1 under the null, for all its effect sizes together', () => {
    const points = 2000;
    for (const count of [2, 4, 6, 10, 30, 50]) {
      // The angle to (1, …, 1) of a uniform direction has density ∝ sin^(n−2). Midpoint rule: spectral for even n, where it is smooth all round.
      let [mean, mass] = [0, 0];
      for (let k = 0; k < points; k += 1) {
        const angle = ((k + 1 / 2) * Math.PI) / points;
        const weight = Math.sin(angle) ** (count - 2);
        mean += weight * Math.exp(safeTLogEvidence(count, Math.cos(angle)));
        mass += weight;
      }
      expect(mean / mass).toBeCloseTo(1, 10);
    }
  });
});

describe('the evidence', () => {
  it('falls as the threshold rises, path by path: the null "mean ≤ threshold" is no likelier to be rejected than its boundary', () => {
    const distance = fc.double({ min: 0, max: 3, noNaN: true });
    fc.assert(
      fc.property(sample, distance, distance, (observations, threshold, more) => {
        const test = fed(observations);
        const [near, far] = [test.logEvidenceAbove(threshold), test.logEvidenceAbove(threshold + more)];
        // Zero stands for "no direction" where all observations are the threshold.
        fc.pre(near !== 0 && far !== 0);
        expect(far).toBeLessThanOrEqual(near + 1e-9);
      }),
    );
  });

  it('does not depend on unit and origin, and "below" is its mirror image', () => {
    fc.assert(
      fc.property(sample, fc.integer({ min: -8, max: 8 }), (observations, power) => {
        const unit = 2 ** power;
        const scaled = fed(observations.map((x) => unit * x)).logEvidenceAbove(unit / 8);
        const mirrored = fed(observations.map((x) => -x)).logEvidenceBelow(-1 / 8);
        const test = fed(observations);
        expect(scaled).toBeCloseTo(test.logEvidenceAbove(1 / 8), 9);
        expect(mirrored).toBe(test.logEvidenceAbove(1 / 8));
      }),
    );
  });

  it('is that of the cosine of observations less threshold', () => {
    fc.assert(
      fc.property(sample, (observations) => {
        const excess = observations.map((x) => x - 1 / 8);
        const length = Math.hypot(...excess);
        fc.pre(length > 1e-3);
        const cosine = excess.reduce((sum, x) => sum + x, 0) / (length * Math.sqrt(excess.length));
        const exact = safeTLogEvidence(excess.length, cosine);
        expect(fed(observations).logEvidenceAbove(1 / 8)).toBeCloseTo(exact, 8);
      }),
    );
  });

  it('is none before an observation, and from observations that are all the threshold', () => {
    expect(new SafeTTest().logEvidenceAbove(0)).toBe(0);
    expect(fed([2, 2]).logEvidenceAbove(2)).toBe(0);
  });
});

describe('the interval', () => {
  it('has evidence log(2/α) against exactly its edges', () => {
    fc.assert(
      fc.property(sample, fc.constantFrom(0.05, 0.001), (observations, alpha) => {
        const test = fed(observations);
        const [low, high] = test.interval(alpha);
        fc.pre(Number.isFinite(low) && high - low > 1e-3);
        expect(test.logEvidenceAbove(low)).toBeCloseTo(Math.log(2 / alpha), 8);
        expect(test.logEvidenceBelow(high)).toBeCloseTo(Math.log(2 / alpha), 8);
      }),
      { numRuns: 30 },
    );
  });

  it('is the whole line where no threshold can be rejected', () => {
    for (const test of [new SafeTTest(), fed([1]), fed([1, 1])]) {
      expect(test.interval(1e-3)).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    }
  });
});
