import { describe, expect, it } from 'vitest';
import { streamFamily } from '../../../../sim/random/stream.ts';
import { atLeastByChance, CONFORMANCE_ERROR } from '../../decide/testing/conformance.ts';
import { estimates, HALF_WIDTH } from './estimates.ts';

const squaredNormals = (draw: number) => {
  const streams = streamFamily(1, 'estimates', draw);
  return (replicate: number, out: Float64Array) => {
    const stream = streams.at(replicate);
    for (let i = 0; i < out.length; i += 1) out[i] = stream.normal() ** 2;
  };
};

describe('estimates', () => {
  it('are the means of the observations, with intervals of HALF_WIDTH standard errors to either side', () => {
    const values = [1, 4, 2, 8, 5, 7];
    const [single] = estimates(1, values.length, (replicate, out) => {
      out[0] = values[replicate]!;
    });
    const mean = 4.5;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 5;
    const reach = HALF_WIDTH * Math.sqrt(variance / 6);
    expect(single!.mean).toBeCloseTo(mean, 12);
    expect(single!.low).toBeCloseTo(mean - reach, 12);
    expect(single!.high).toBeCloseTo(mean + reach, 12);
  });

  it('have intervals that miss the mean at most as often as stated', () => {
    const sets = 400;
    const missed = Array.from({ length: sets }, (_, set) => estimates(1, 100, squaredNormals(set))[0]!).filter(
      ({ low, high }) => low > 1 || high < 1,
    ).length;
    expect(atLeastByChance(missed, sets, 0.05)).toBeGreaterThan(CONFORMANCE_ERROR);
    // Narrower ones, of a standard error to either side, would miss: the check can fail.
    const narrow = Array.from({ length: sets }, (_, set) => estimates(1, 100, squaredNormals(set))[0]!).filter(
      ({ mean, high }) => Math.abs(mean - 1) > (high - mean) / HALF_WIDTH,
    ).length;
    expect(atLeastByChance(narrow, sets, 0.05)).toBeLessThan(CONFORMANCE_ERROR);
  });

  it('need two replicates and finite observations', () => {
    expect(() => estimates(1, 1, () => {})).toThrow('replicates = 1: an interval needs two or more');
    const fed = (value: number) => () => estimates(2, 2, (_, out) => out.fill(value, 1));
    expect(fed(Number.NaN)).toThrow('observation 1 of replicate 0 is NaN');
    expect(fed(Number.POSITIVE_INFINITY)).toThrow('is Infinity');
  });
});
