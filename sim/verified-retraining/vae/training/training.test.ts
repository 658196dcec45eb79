import { describe, expect, it } from 'vitest';
import type { Evaluator, Trainer } from '../../../networks/engine.ts';
import { keyedStream } from '../../../random/stream.ts';
import { cvae, OUTPUT_BIAS } from '../networks/cvae.ts';
import { smallSetting } from '../testing/small-run.ts';
import { shuffled } from './shuffle.ts';
import { learningRateAt, trainSteps } from './train-steps.ts';
import { freshWeights } from './train-vae.ts';

const stream = (purpose: string) => keyedStream(1, purpose, 0, 0);

describe('the learning rate', () => {
  it('is constant for 70 % of the steps, then falls linearly to a tenth', () => {
    const rates = Array.from({ length: 10 }, (_, step) => learningRateAt(step, 10, 1));
    expect(rates.slice(0, 7)).toEqual(Array(7).fill(1));
    expect(rates[7]! - rates[8]!).toBeCloseTo(0.3, 12);
    expect(rates[9]).toBeCloseTo(0.1, 12);
  });
});

describe('training steps', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY])('fail when a weight becomes %d', async (weight) => {
    const trainer: Trainer = {
      step: async () => {},
      weights: () => Float32Array.of(1, weight),
      restart: () => {},
      dispose: async () => {},
    };
    await expect(
      trainSteps(
        trainer,
        {},
        () => {},
        () => 1,
        5,
      ),
    ).rejects.toThrow('after 5 steps some weights are not finite numbers');
  });
});

describe('shuffled', () => {
  it('gives every place once before it repeats any', () => {
    const next = shuffled(7, stream('shuffle'));
    const cycles = Array.from({ length: 20 }, () => Array.from({ length: 7 }, next));
    for (const cycle of cycles) expect(cycle.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(new Set(cycles.map(String)).size).toBeGreaterThan(15);
  });
});

describe('fresh weights', () => {
  it('set the output bias to the logit of the mean image, with one pixel of ink and one of paper added', () => {
    const model = cvae(smallSetting);
    const network = { model, trainer: {} as Trainer, evaluator: {} as Evaluator };
    const images = new Float32Array(3 * 196);
    images[0] = 1;
    images[196] = 1;
    const weights = freshWeights(network, { images, labels: Uint8Array.of(1, 2, 3) }, stream('start'));
    const { offset } = model.parameters.find(({ name }) => name === OUTPUT_BIAS)!;
    expect(weights[offset]).toBeCloseTo(Math.log(3 / 2), 6);
    expect(weights[offset + 1]).toBeCloseTo(Math.log(1 / 4), 6);
  });
});
