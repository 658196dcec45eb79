import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALPHA, boundedDistributions, everWrong, expectLevelKept, RUNS } from '../testing/conformance.ts';
import { interval, logEvidence, logEvidenceAbove, logEvidenceBelow, priorAround } from './beta-binomial.ts';

const counts = fc.integer({ min: 0, max: 100 });
const probability = fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100);
const prior = fc
  .tuple(probability, fc.integer({ min: 10, max: 30 }))
  .map(([p, spread]) => priorAround(p, spread / 100));

/** log of the e-value expected after one more trial of success probability p. */
function expectedNext(
  form: typeof logEvidence,
  s: number,
  f: number,
  p: number,
  p0: number,
  beta: { a: number; b: number },
) {
  const [success, failure] = [form(s + 1, f, p0, beta), form(s, f + 1, p0, beta)];
  const largest = Math.max(success, failure);
  return largest + Math.log(p * Math.exp(success - largest) + (1 - p) * Math.exp(failure - largest));
}

describe('beta-binomial evidence', () => {
  it('starts at no evidence', () => {
    fc.assert(
      fc.property(probability, prior, (p0, beta) => {
        for (const form of [logEvidence, logEvidenceAbove, logEvidenceBelow])
          expect(form(0, 0, p0, beta)).toBeCloseTo(0, 9);
      }),
    );
  });

  it('is a martingale at p0, all three forms', () => {
    fc.assert(
      fc.property(counts, counts, probability, prior, (s, f, p0, beta) => {
        for (const form of [logEvidence, logEvidenceAbove, logEvidenceBelow]) {
          const now = form(s, f, p0, beta);
          // Where the tail underflows there is no evidence, now and next. Far out in the tail the library holds five digits.
          if (now > -500) expect(Math.abs(expectedNext(form, s, f, p0, p0, beta) - now)).toBeLessThan(1e-5);
        }
      }),
    );
  });

  it('is expected to fall on the null side of p0 in the one-sided forms', () => {
    fc.assert(
      fc.property(counts, counts, probability, probability, prior, (s, f, p, p0, beta) => {
        const form = p < p0 ? logEvidenceAbove : logEvidenceBelow;
        const now = form(s, f, p0, beta);
        if (now > -500) expect(expectedNext(form, s, f, p, p0, beta)).toBeLessThan(now + 1e-5);
      }),
    );
  });

  it('reaches log(1/α) at the edges of the interval and not one step of the bisection inside', () => {
    const step = 2 ** -50;
    fc.assert(
      fc.property(counts, counts, prior, (s, f, beta) => {
        const [low, high] = interval(s, f, 0.05, beta);
        const at = (p0: number) => logEvidence(s, f, p0, beta) - Math.log(20);
        if (low > 0) expect([at(low) > -1e-9, at(low + step) < 1e-9]).toEqual([true, true]);
        if (high < 1) expect([at(high) > -1e-9, at(high - step) < 1e-9]).toEqual([true, true]);
      }),
    );
  });

  it('refuses a prior without alternatives', () => {
    expect(() => logEvidenceBelow(0, 0, 0.03, priorAround(0.97, 0.01))).toThrow('leaves no alternative');
  });

  const bernoulli = boundedDistributions.filter(({ name }) => name === 'Bernoulli(0.6)' || name === 'rare event');
  it.each(bernoulli)('ever reaches 1/α at most as often as α on $name', ({ name, mean, draw }) => {
    const looks = 100;
    for (const form of [logEvidence, logEvidenceAbove, logEvidenceBelow]) {
      const beta = priorAround(mean, mean / 4);
      // The evidence depends on the counts alone: computed once for all pairs of counts, and looked up in each run.
      const reached = Array.from({ length: looks + 1 }, (_, s) =>
        Array.from({ length: looks + 1 - s }, (_, f) => form(s, f, mean, beta) >= Math.log(1 / ALPHA)),
      );
      const start = () => {
        let [s, f] = [0, 0];
        return {
          observe: (x: number) => {
            s += x;
            f += 1 - x;
          },
          wrong: () => reached[s]![f]!,
        };
      };
      expectLevelKept(everWrong({ name, mean, draw }, start, RUNS, looks), RUNS, ALPHA);
    }
  });
});
