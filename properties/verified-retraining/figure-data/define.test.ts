import { expect, test } from 'vitest';
import { streamFamily } from '../../../sim/random/stream.ts';
import { estimates } from '../../engine/kinds/figure-data/estimates.ts';
import { tiers } from '../tiers.ts';
import { replicatesOf } from './define.ts';

test('intervals of squared normals, the widest there are, reach a tenth of the mean to either side in the quick tier', () => {
  const streams = streamFamily(1, 'estimates', 0);
  const squaredNormals = (replicate: number, out: Float64Array) => {
    const stream = streams.at(replicate);
    for (let i = 0; i < out.length; i += 1) out[i] = stream.normal() ** 2;
  };
  for (const { mean, low, high } of estimates(3, replicatesOf(tiers[0]!), squaredNormals)) {
    const share = (high - low) / 2 / mean;
    // The observed standard deviation varies by a few percent.
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.11);
  }
});
