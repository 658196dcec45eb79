import { CLASSES } from '../../digits/digits.ts';
import type { Evaluator } from '../../networks/engine.ts';
import type { Weights } from '../../networks/graph/model.ts';
import type { Stream } from '../../random/stream.ts';

/** Images and their classes: count × side² values 0 … 1, and count labels. */
export interface LabelledImages {
  readonly images: Float32Array;
  readonly labels: Uint8Array;
}

/** Images that are decoded together: enough for efficient matrix products, and few enough for the processor's cache. */
const CHUNK_IMAGES = 500;

/** A decoder with its weights, which makes images of given classes. */
export interface Generator {
  readonly evaluator: Evaluator;
  readonly weights: Weights;
  /** Dimensions of the latent space. */
  readonly latent: number;
}

/**
 * Generates an image for each label. It draws z ~ N(0, I), and decodes it to a probability of ink for each pixel. The image consists of
 * Bernoulli draws with these probabilities ('bernoulli'), or of the probabilities ('mean'). The stream is used in the order of the images, in
 * the same way for all weights.
 * @param into receives labels.length × pixels values.
 */
export async function generate(
  { evaluator, weights, latent }: Generator,
  labels: Uint8Array,
  images: 'bernoulli' | 'mean',
  stream: Stream,
  into: Float32Array,
): Promise<void> {
  const size = into.length / labels.length;
  const chunk = Math.min(CHUNK_IMAGES, labels.length);
  const noises = new Float32Array(chunk * latent);
  const indicators = new Float32Array(chunk * CLASSES);
  for (let from = 0; from < labels.length; from += CHUNK_IMAGES) {
    const rows = Math.min(chunk, labels.length - from);
    const noise = rows === chunk ? noises : noises.subarray(0, rows * latent);
    for (let i = 0; i < noise.length; i += 1) noise[i] = stream.normal();
    const classes = rows === chunk ? indicators.fill(0) : indicators.fill(0).subarray(0, rows * CLASSES);
    for (let i = 0; i < rows; i += 1) classes[i * CLASSES + labels[from + i]!] = 1;
    const probabilities = await evaluator.evaluate(weights, { latent: noise, labels: classes });
    if (images === 'mean') into.set(probabilities, from * size);
    // Probabilities in steps of 2⁻¹⁶ are precise enough: the error of the network is far larger.
    else stream.toss(probabilities, rows * size, into, from * size);
  }
}

/** `count` labels, class after class, the same number of each class. @throws RangeError when count is not a multiple of ten. */
export function balancedLabels(count: number): Uint8Array {
  if (count % CLASSES !== 0) throw new RangeError(`${count} images cannot be divided equally among ${CLASSES} classes`);
  return Uint8Array.from({ length: count }, (_, i) => Math.floor((i * CLASSES) / count));
}
