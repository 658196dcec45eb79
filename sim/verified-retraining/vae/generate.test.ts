import { describe, expect, it } from 'vitest';
import type { Evaluator, Feeds } from '../../networks/engine.ts';
import { keyedStream } from '../../random/stream.ts';
import { balancedLabels, generate } from './generate.ts';

const stream = (purpose: string) => keyedStream(1, purpose, 0, 0);

/** A decoder of one pixel. The probability of ink is the weight, for all feeds. */
const onePixel: Evaluator = {
  evaluate: async (weights, { labels }: Feeds) => new Float32Array(labels!.length / 10).fill(weights[0]!),
  dispose: async () => {},
};

describe('generated images', () => {
  it('are Bernoulli draws with the probabilities of the decoder, or the probabilities themselves', async () => {
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

  it('are decoded from the given classes, and from the same noise for all weights', async () => {
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

  it('cannot be divided equally among ten classes when their number is not a multiple of ten', () => {
    expect([...balancedLabels(20)].map(String).join('')).toBe('00112233445566778899');
    expect(() => balancedLabels(25)).toThrow('25 images cannot be divided equally among 10 classes');
  });
});
