import { describe, expect, it } from 'vitest';
import type { Evaluator, Feeds, Trainer } from '../../../networks/engine.ts';
import { keyedStream } from '../../../random/stream.ts';
import { balancedLabels, generate } from '../generate.ts';
import { keepBest } from '../keep-best.ts';
import { cvae, OUTPUT_BIAS } from '../networks/cvae.ts';
import { type Candidates, highest } from '../parts.ts';
import { smallSetting } from '../testing/small-run.ts';
import { shuffled } from './shuffle.ts';
import { learningRateAt, trainSteps } from './train-steps.ts';
import { freshWeights } from './train-vae.ts';

const stream = (purpose: string) => keyedStream(1, purpose, 0, 0);

/** A decoder of one pixel whose probability of ink is the weight, whatever it is fed. */
const onePixel: Evaluator = {
  evaluate: async (weights, { labels }: Feeds) => new Float32Array(labels!.length / 10).fill(weights[0]!),
  dispose: async () => {},
};

describe('the learning rate', () => {
  it('is constant for 70 % of the steps, then falls linearly to a tenth', () => {
    const rates = Array.from({ length: 10 }, (_, step) => learningRateAt(step, 10, 1));
    expect(rates.slice(0, 7)).toEqual(Array(7).fill(1));
    expect(rates[7]! - rates[8]!).toBeCloseTo(0.3, 12);
    expect(rates[9]).toBeCloseTo(0.1, 12);
  });
});

describe('training steps', () => {
  it.each([Number.NaN, Number.POSITIVE_INFINITY])('fail when they come to a weight of %d', async (weight) => {
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
    ).rejects.toThrow('5 steps left weights that are no numbers');
  });
});

describe('shuffled', () => {
  it('gives every place once before any of them again', () => {
    const next = shuffled(7, stream('shuffle'));
    const cycles = Array.from({ length: 20 }, () => Array.from({ length: 7 }, next));
    for (const cycle of cycles) expect(cycle.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(new Set(cycles.map(String)).size).toBeGreaterThan(15);
  });
});

describe('fresh weights', () => {
  it('start the output bias at the logit of the mean image, one pixel of ink and one of paper added', () => {
    const model = cvae(smallSetting);
    const network = { model, trainer: {} as Trainer, evaluator: onePixel };
    const images = new Float32Array(3 * 196);
    images[0] = 1;
    images[196] = 1;
    const weights = freshWeights(network, { images, labels: Uint8Array.of(1, 2, 3) }, stream('start'));
    const { offset } = model.parameters.find(({ name }) => name === OUTPUT_BIAS)!;
    expect(weights[offset]).toBeCloseTo(Math.log(3 / 2), 6);
    expect(weights[offset + 1]).toBeCloseTo(Math.log(1 / 4), 6);
  });
});

describe('generated images', () => {
  it('are coins that fall as often as the decoder says, or the probabilities themselves', async () => {
    const generator = { evaluator: onePixel, weights: Float32Array.of(0.3), latent: 1 };
    const coins = new Float32Array(20_000);
    await generate(generator, balancedLabels(coins.length), 'bernoulli', stream('coins'), coins);
    expect(new Set(coins)).toEqual(new Set([0, 1]));
    // Five standard errors of 20 000 coins.
    const share = coins.reduce((sum, coin) => sum + coin, 0) / coins.length;
    expect(Math.abs(share - 0.3)).toBeLessThan(5 * Math.sqrt((0.3 * 0.7) / coins.length));
    const means = new Float32Array(100);
    await generate(generator, balancedLabels(100), 'mean', stream('coins'), means);
    expect(new Set(means)).toEqual(new Set(Float32Array.of(0.3)));
  });

  it('ask for the classes that were asked for, from the same noise whatever the weights', async () => {
    const fed: Feeds[] = [];
    const watched: Evaluator = {
      ...onePixel,
      evaluate: (weights, feeds) => {
        fed.push(feeds);
        return onePixel.evaluate(weights, feeds);
      },
    };
    for (const weight of [0.1, 0.9]) {
      const generator = { evaluator: watched, weights: Float32Array.of(weight), latent: 3 };
      await generate(generator, Uint8Array.of(7, 0), 'bernoulli', stream('noise'), new Float32Array(2));
    }
    expect(fed[0]).toEqual(fed[1]);
    expect([...fed[0]!.labels!].flatMap((value, place) => (value === 1 ? [place] : []))).toEqual([7, 10]);
    expect(fed[0]!.latent).toHaveLength(6);
  });

  it('cannot be shared out over ten classes when their number is no multiple of ten', () => {
    expect([...balancedLabels(20)].map(String).join('')).toBe('00112233445566778899');
    expect(() => balancedLabels(25)).toThrow('25 images cannot be shared out');
  });
});

describe('keepBest', () => {
  it('keeps the best tenth of each class in the order of generation', async () => {
    // The decoder's mean is the first latent coordinate; the verifier likes large ones.
    const echo: Evaluator = {
      evaluate: async (_, { latent }) => latent!.slice(),
      dispose: async () => {},
    };
    const weights = new Float32Array(0);
    const generator = { evaluator: echo, weights, latent: 1 };
    const arm = { keep: 0.1, images: 'mean' } as const;
    const score = async (images: Float32Array) => images.slice();
    const select = async (candidates: Candidates, count: number) => highest(await candidates.scores(), count);
    const kept = await keepBest(generator, score, arm, 40, 1, select, stream);
    expect([...kept.labels].map(String).join('')).toBe('0000111122223333444455556666777788889999');
    for (let label = 0; label < 10; label += 1) {
      const noise = stream(`generate ${label}`);
      const all = Float32Array.from({ length: 40 }, () => noise.normal());
      const limit = all.toSorted().at(-4)!;
      expect([...kept.images.subarray(4 * label, 4 * label + 4)]).toEqual([...all].filter((value) => value >= limit));
    }
  });
});
