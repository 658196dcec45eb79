import { describe, expect, it } from 'vitest';
import type { Evaluator } from '../../networks/engine.ts';
import { keyedStream } from '../../random/stream.ts';
import { keepBest } from './keep-best.ts';
import { type Candidates, highest } from './parts.ts';

const stream = (purpose: string) => keyedStream(1, purpose, 0, 0);

describe('keepBest', () => {
  it('keeps the best tenth of each class in the order of generation', async () => {
    // An image is its one latent coordinate, and its score is the same number.
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
