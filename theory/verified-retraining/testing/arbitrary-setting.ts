import fc from 'fast-check';
import { meanAbsoluteNoise, type Setting } from '../model.ts';

/** Steps of the integer grids that values come from: the doubles of fast-check are uniform over representable numbers, not over an interval. */
const STEPS = 1000;

const uniform = (low: number, high: number) =>
  fc.integer({ min: 0, max: STEPS }).map((step) => low + ((high - low) * step) / STEPS);

const logUniform = (low: number, high: number) =>
  uniform(Math.log(low), Math.log(high)).map((value) => Math.exp(value));

/**
 * Settings of 1 … `dimensions` directions for the tests of theory/: σ from 0.1 to 10, R/σ from 0.3 to 3.8, θ* up to 3R beyond θ_c in each
 * direction, start sd σ/μ from 0.01σ to σ.
 */
export function arbitrarySetting(dimensions: number): fc.Arbitrary<Setting> {
  const direction = fc.record({ offset: uniform(-3, 3), center: uniform(-5, 5), mu: logUniform(1, 100) });
  return fc
    .record({
      noise: logUniform(0.1, 10),
      allowed: fc.boolean(),
      radiusInNoise: logUniform(0.3, 3),
      directions: fc.array(direction, { minLength: 1, maxLength: dimensions }),
    })
    .map(({ noise, allowed, radiusInNoise, directions }) => {
      const radius = radiusInNoise * noise;
      const noiseAllowance = allowed ? meanAbsoluteNoise(noise) : 0;
      return {
        thetaStar: directions.map(({ center, offset }) => center + offset * (radius + noiseAllowance)),
        knowledgeCenter: directions.map(({ center }) => center),
        radius,
        noise,
        noiseAllowance,
        singularValues: directions.map(({ mu }) => mu),
      };
    });
}

/** Accepted samples per direction: log-uniform whole numbers from 1 to 10⁵. */
export const arbitraryKept: fc.Arbitrary<number> = logUniform(1, 1e5).map(Math.round);
