import { describe, expect, test } from 'vitest';
import { keyedStream } from '../../random/stream.ts';
import { defineModel, input, linear, sum } from './build.ts';
import { initialWeights } from './initial-weights.ts';

describe('initial weights', () => {
  const layer = linear(input('x', 40), 'layer', 60);
  const wide = defineModel('wide', { loss: sum(layer), outputs: {} });

  test('are uniform within Glorot’s bounds, and biases are zero', () => {
    const initial = initialWeights(wide, keyedStream(1, 'start', 0, 1));
    const reach = Math.sqrt(6 / (40 + 60));
    const entries = initial.subarray(0, 2400);
    expect(Math.max(...entries.map(Math.abs))).toBeLessThanOrEqual(reach);
    expect(initial.subarray(2400)).toEqual(new Float32Array(60));
    // Counts of ten equal bins are binomial: five standard deviations about a tenth.
    const counts = new Array<number>(10).fill(0);
    for (const entry of entries) counts[Math.floor(5 * (entry / reach + 1))]! += 1;
    for (const count of counts) expect(Math.abs(count - 240)).toBeLessThan(5 * Math.sqrt(2400 * 0.1 * 0.9));
  });

  test('take the given entries of a parameter, and do not change the others', () => {
    const bias = new Float32Array(60).fill(0.5);
    const initial = initialWeights(wide, keyedStream(1, 'start', 0, 1), { 'layer.bias': bias });
    expect(initial.subarray(2400)).toEqual(bias);
    expect(initial.subarray(0, 2400)).toEqual(initialWeights(wide, keyedStream(1, 'start', 0, 1)).subarray(0, 2400));
    const given = (entries: Record<string, Float32Array>) => () =>
      initialWeights(wide, keyedStream(1, 'start', 0, 1), entries);
    expect(given({ 'layer.bias': new Float32Array(2) })).toThrow(
      'the initial entries of "layer.bias" are 2 numbers, not 1 × 60',
    );
    expect(given({ bias })).toThrow('the model "wide" has no parameter "bias" to initialize');
  });
});
