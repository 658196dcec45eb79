import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyedStream } from '../../random/stream.ts';
import { defineModel, input, linear, sum } from './build.ts';
import type { Model } from './model.ts';
import { startWeights } from './start.ts';
import { autoencoder } from './testing/models.ts';
import { loadWeights, saveWeights, WeightsFileError } from './weights-file.ts';

const model = autoencoder(4, 3, 2);
const weights = startWeights(model, keyedStream(1, 'start', 0, 0));
const saved = saveWeights(weights, model);

describe('saved weights', () => {
  test('are loaded as they were, from any place in memory', () => {
    const odd = Float32Array.from(weights, (weight, i) => [weight, -0, 1e-45, 3e38, Number.POSITIVE_INFINITY][i % 5]!);
    const bytes = saveWeights(odd, model);
    expect(loadWeights(bytes, model)).toEqual(odd);
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    expect(loadWeights(larger.subarray(3, 3 + bytes.length), model)).toEqual(odd);
  });

  test('are refused with any byte changed, or cut anywhere, or with something added', () => {
    const place = fc.integer({ min: 0, max: saved.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = saved.slice();
        changed[at]! ^= change;
        expect(() => loadWeights(changed, model)).toThrow(WeightsFileError);
        expect(() => loadWeights(saved.subarray(0, at), model)).toThrow(WeightsFileError);
      }),
    );
    expect(() => loadWeights(Uint8Array.of(...saved, 0), model)).toThrow('do not match their checksum');
    expect(() => loadWeights(new Uint8Array(0), model)).toThrow('not a file of weights');
  });

  test('are refused by a model of another name or other shapes', () => {
    const others: Model[] = [autoencoder(3, 4, 2), { ...model, name: 'other' }];
    for (const other of others) expect(() => loadWeights(saved, other)).toThrow('those of another model');
    expect(() => saveWeights(weights.subarray(1), model)).toThrow(`has ${model.size} weights, not ${model.size - 1}`);
  });
});

describe('starting weights', () => {
  const layer = linear(input('x', 40), 'layer', 60);
  const wide = defineModel('wide', { loss: sum(layer), outputs: {} });

  test('are uniform within Glorot’s bounds, biases zero', () => {
    const start = startWeights(wide, keyedStream(1, 'start', 0, 1));
    const reach = Math.sqrt(6 / (40 + 60));
    const entries = start.subarray(0, 2400);
    expect(Math.max(...entries.map(Math.abs))).toBeLessThanOrEqual(reach);
    expect(start.subarray(2400)).toEqual(new Float32Array(60));
    // Counts of ten equal bins are binomial: five standard deviations about a tenth.
    const counts = new Array<number>(10).fill(0);
    for (const entry of entries) counts[Math.floor(5 * (entry / reach + 1))]! += 1;
    for (const count of counts) expect(Math.abs(count - 240)).toBeLessThan(5 * Math.sqrt(2400 * 0.1 * 0.9));
  });

  test('take what is given for a parameter, and leave the others as they were', () => {
    const bias = new Float32Array(60).fill(0.5);
    const start = startWeights(wide, keyedStream(1, 'start', 0, 1), { 'layer.bias': bias });
    expect(start.subarray(2400)).toEqual(bias);
    expect(start.subarray(0, 2400)).toEqual(startWeights(wide, keyedStream(1, 'start', 0, 1)).subarray(0, 2400));
    const given = (starts: Record<string, Float32Array>) => () =>
      startWeights(wide, keyedStream(1, 'start', 0, 1), starts);
    expect(given({ 'layer.bias': new Float32Array(2) })).toThrow('the start of "layer.bias" has 2 numbers, not 1 × 60');
    expect(given({ bias })).toThrow('the model "wide" has no parameter "bias" to start');
  });
});
