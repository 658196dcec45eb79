import { describe, expect, test } from 'vitest';
import { keyedStream } from '../../../random/stream.ts';
import { negativeElbo } from './elbo.ts';
import { exampleDigits, noisyTemplates } from './testing/digits.ts';

const LATENT = 3;
/** More than two batches, the last of them smaller. */
const digits = noisyTemplates(2, 2345, 1);
const stream = () => keyedStream(1, 'elbo', 0, 0);

describe('the negative evidence lower bound', () => {
  test('is computed from every digit once, with its label and its own noise', async () => {
    const fed = { images: [] as number[], labels: [] as number[], noise: [] as number[] };
    await negativeElbo(
      async (images, labels, noise) => {
        fed.images.push(...images);
        for (let i = 0; i < labels.length; i += 10) fed.labels.push(labels.indexOf(1, i) - i);
        expect(labels.reduce((sum, value) => sum + value)).toBe(labels.length / 10);
        fed.noise.push(...noise);
        return 0;
      },
      digits,
      stream(),
      LATENT,
    );
    expect(fed.images).toEqual([...digits.pixels]);
    expect(fed.labels).toEqual([...digits.labels]);
    const expected = stream();
    expect(fed.noise).toEqual(Array.from({ length: digits.count * LATENT }, () => Math.fround(expected.normal())));
  });

  test('is the sum of the batches’ losses over the number of digits', async () => {
    const inkOf = async (images: Float32Array) => images.reduce((sum, ink) => sum + ink, 0);
    const ink = digits.pixels.reduce((sum, each) => sum + each, 0);
    expect(await negativeElbo(inkOf, digits, stream(), LATENT)).toBe(ink / digits.count);
  });

  test('is not defined without digits', async () => {
    await expect(negativeElbo(async () => 0, exampleDigits(2, []), stream(), LATENT)).rejects.toThrow(
      new RangeError('a mean evidence lower bound needs at least one digit'),
    );
  });
});
