import { fillImages, fillOneHot } from '../../../digits/batches.ts';
import { CLASSES, type Digits } from '../../../digits/digits.ts';
import type { Stream } from '../../../random/stream.ts';

/** Images a batch: the buffers of 28×28 images take 3 MB. The average does not depend on this number. */
const BATCH_IMAGES = 1000;

/**
 * Loss of a conditional variational autoencoder, summed over a batch: the binary cross-entropy of the images plus the Kullback–Leibler
 * divergence of the latent code, in nats.
 * @param images rows × side² values 0 or 1.
 * @param labels rows × 10 values, a single 1 in each row.
 * @param noise rows × latent standard normals.
 */
export type BatchLoss = (images: Float32Array, labels: Float32Array, noise: Float32Array) => Promise<number>;

/**
 * Mean negative evidence lower bound of the digits, in nats an image (Kingma & Welling 2014, eq. 10 with L = 1). One latent draw an image gives
 * an unbiased estimate.
 * @throws RangeError when there are no digits.
 */
export async function negativeElbo(
  evaluateLoss: BatchLoss,
  digits: Digits,
  stream: Stream,
  latent: number,
): Promise<number> {
  if (digits.count === 0) throw new RangeError('a mean evidence lower bound needs at least one digit');
  let sum = 0;
  for (let from = 0; from < digits.count; from += BATCH_IMAGES) {
    const indices = Array.from({ length: Math.min(BATCH_IMAGES, digits.count - from) }, (_, i) => from + i);
    const images = new Float32Array(indices.length * digits.side ** 2);
    const labels = new Float32Array(indices.length * CLASSES);
    const noise = Float32Array.from({ length: indices.length * latent }, () => stream.normal());
    fillImages(digits, indices, images);
    fillOneHot(digits.labels, indices, labels);
    sum += await evaluateLoss(images, labels, noise);
  }
  return sum / digits.count;
}
