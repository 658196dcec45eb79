import erfc from '@stdlib/math-base-special-erfc';
import { describe, expect, test } from 'vitest';
import { keyedStream } from './stream.ts';
import { cdfBand, distanceToCdf } from './testing/goodness-of-fit.ts';
import {
  beyondEdges,
  density,
  EDGES,
  HEIGHTS,
  INSIDE,
  LAYER_AREA,
  LAYERS,
  MAGNITUDES,
  TAIL_START,
  WIDTH,
} from './ziggurat.ts';

/** Rounding error of LAYERS steps, each with an exp, a log and a square root of order one. */
const CHAIN_ROUNDING = 8 * LAYERS * Number.EPSILON;

describe('the ziggurat', () => {
  test('has a base layer, tail included, of the common area', () => {
    const tail = Math.sqrt(Math.PI / 2) * erfc(TAIL_START / Math.SQRT2);
    expect(Math.abs(TAIL_START * density(TAIL_START) + tail - LAYER_AREA)).toBeLessThan(1e-15);
  });

  test('has layers of one area that close at the top of the density', () => {
    for (let layer = 1; layer < LAYERS; layer++) {
      const height = HEIGHTS[layer + 1]! - HEIGHTS[layer]!;
      expect(Math.abs(EDGES[layer]! * height - LAYER_AREA)).toBeLessThan(CHAIN_ROUNDING);
    }
    expect(EDGES[LAYERS]).toBe(0);
    expect(HEIGHTS[LAYERS]).toBe(1);
  });

  test('has a tail of the law of the normal beyond the last edge', () => {
    const stream = keyedStream(1, 'beyond', 0, 0);
    const sample = Float64Array.from({ length: 500_000 }, () => beyondEdges(stream));
    const weight = erfc(TAIL_START / Math.SQRT2);
    expect(distanceToCdf(sample, (x) => 1 - erfc(x / Math.SQRT2) / weight)).toBeLessThan(cdfBand(sample.length));
  });

  test('has inside magnitudes that end under the layer above, on either side', () => {
    for (let index = 0; index < 2 * LAYERS; index++) {
      const reach = INSIDE[index]! * WIDTH[index]!;
      const edge = EDGES[(index % LAYERS) + 1]!;
      expect(Math.abs(reach)).toBeLessThanOrEqual(edge * (1 + Number.EPSILON));
      expect(Math.abs(reach)).toBeGreaterThanOrEqual(edge * (1 - Number.EPSILON) - EDGES[0]! / MAGNITUDES);
      expect(reach * (index < LAYERS ? 1 : -1)).toBeGreaterThanOrEqual(0);
    }
  });
});
