import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFormulas } from '../manifest/formula.ts';
import { roundingBound } from '../manifest/testing/rounding-bound.ts';
import { glossary } from './glossary.ts';
import { implementations, type Problem, wholeSetting } from './implementations.ts';
import { meanAbsoluteNoise } from './model.ts';
import { statements } from './statements/index.ts';

/** A whole number of [0, 1000] mapped to [low, high]: fc.double is not uniform over an interval. */
const between = (low: number, high: number) => fc.nat(1000).map((step) => low + (step / 1000) * (high - low));

/**
 * σ ∈ [0.5, 2], R/σ ∈ [0.8, 2.5], |c−θ*| ∈ [0.1, 1.5]σ: there the window holds at least Φ(−0.7) − Φ(−2.3) = 23 % of the mass, so that
 * the differences of Φ and φ in the formulas keep their leading digits. μ ∈ [5, 20], n ∈ [50, 1000].
 */
const problems: fc.Arbitrary<Problem> = fc
  .record({
    sigma: between(0.5, 2),
    radius: between(0.01, 1.7),
    directions: fc.array(fc.tuple(between(-2, 2), between(0.1, 1.5), fc.boolean(), between(5, 20)), {
      minLength: 1,
      maxLength: 3,
    }),
    schedule: fc.array(fc.integer({ min: 50, max: 1000 }), { minLength: 1, maxLength: 8 }),
    squaredDistance: between(0.01, 4),
    x: between(-2, 2),
  })
  .map(({ sigma, radius, directions, schedule, ...rest }) => ({
    setting: {
      thetaStar: directions.map(([theta]) => theta),
      knowledgeCenter: directions.map(([theta, bias, below]) => theta + (below ? -1 : 1) * bias * sigma),
      radius: radius * sigma,
      noise: sigma,
      noiseAllowance: meanAbsoluteNoise(sigma),
      singularValues: directions.map(([, , , mu]) => mu),
    },
    schedule,
    kept: schedule[0]!,
    ...rest,
  }));

/**
 * Both sides are off by up to the rounding bound of the textbook formula (hence twice), and the implementation by the relative accuracy
 * that truncatedNormalMoments promises.
 */
const PROMISED_ACCURACY = 1e-12;

const { evaluateFormula, formulaOf } = compileFormulas({ statements, glossary });

const formulaIds = [
  ...Object.keys(glossary.definitions),
  ...statements.filter(({ formula }) => formula !== undefined).map(({ id }) => id),
];

describe('every printed formula', () => {
  it('has an implementation to be held against', () => {
    expect(Object.keys(implementations).toSorted()).toEqual(formulaIds.toSorted());
  });

  it.each(formulaIds)('%s is what the implementation computes, to rounding', (id) => {
    const [values, implementation] = implementations[id]!;
    fc.assert(
      fc.property(problems, (problem) => {
        const at = values(problem);
        const printed = evaluateFormula(id, at);
        const rounding = roundingBound(formulaOf(id), glossary, at);
        const implemented = [implementation(problem)].flat();
        expect(implemented).toHaveLength(printed.length);
        printed.forEach((value, i) => {
          // NaN on both sides: no real root where no bias improves.
          if (Number.isNaN(value) && Number.isNaN(implemented[i])) return;
          const tolerance = 2 * rounding[i]! + PROMISED_ACCURACY * Math.abs(value);
          expect(Math.abs(value - implemented[i]!)).toBeLessThanOrEqual(tolerance);
        });
      }),
    );
  });

  it('of the improvement boundary is real in most of the settings drawn', () => {
    const real = fc.sample(problems, { numRuns: 200, seed: 1 }).filter((problem) => {
      return Number.isFinite(evaluateFormula('thm3.1.gain-sign', wholeSetting(problem))[0]);
    });
    expect(real.length).toBeGreaterThan(100);
  });
});
