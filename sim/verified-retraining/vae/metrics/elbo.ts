import { fillImages, fillOneHot } from '../../../digits/batches.ts';
import type { Digits } from '../../../digits/digits.ts';
import type { Stream } from '../../../random/stream.ts';

/** Images a batch: the average does not depend on it; a thousand keep the buffers of 28×28 images at 3 MB. */
const BATCH = 1000;

/**
 * Loss of a conditional variational autoencoder summed over a batch: binary cross-entropy of images plus Kullback–Leibler
 * divergence of the latent code, in nats.
 * @param images rows × side², 0 or 1. @param labels rows × 10 indicators. @param noise rows × latent standard normals.
 */
export type BatchLoss = (images: Float32Array, labels: Float32Array, noise: Float32Array) => Promise<number>;

/**
 * Negative evidence lower bound per image, in nats (Kingma & Welling 2014, eq. 10 with L = 1: one latent draw an image, which
 * leaves the bound unbiased): the mean over all of the digits.
 * @throws RangeError without digits.
 */
export async function negativeElbo(
  evaluateLoss: BatchLoss,
  digits: Digits,
  stream: Stream,
  latent: number,
): Promise<number> {
  if (digits.count === 0) throw new RangeError('the evidence lower bound is averaged over digits, got none');
  let sum = 0;
  for (let from = 0; from < digits.count; from += BATCH) {
    const indices = Array.from({ length: Math.min(BATCH, digits.count - from) }, (_, i) => from + i);
    const images = new Float32Array(indices.length * digits.side ** 2);
    const labels = new Float32Array(indices.length * 10);
    const noise = Float32Array.from({ length: indices.length * latent }, () => stream.normal());
    fillImages(digits, indices, images);
    fillOneHot(digits.labels, indices, labels);
    sum += await evaluateLoss(images, labels, noise);
  }
  return sum / digits.count;
}
