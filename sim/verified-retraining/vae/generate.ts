import type { Evaluator } from '../../networks/engine.ts';
import type { Weights } from '../../networks/graph/model.ts';
import type { Stream } from '../../random/stream.ts';
import { CLASSES } from './networks/cvae.ts';

/** Images with the class that was asked for: count × size² values 0 … 1, and count labels. */
export interface LabelledImages {
  readonly images: Float32Array;
  readonly labels: Uint8Array;
}

/** Images decoded at a time: enough for the matrix products to be efficient, few enough to stay in the cache. */
const CHUNK = 500;

/** Makes images of given classes from a decoder's weights. */
export interface Generator {
  readonly evaluator: Evaluator;
  readonly weights: Weights;
  readonly latent: number;
}

/**
 * Generates an image for each label: z ~ N(0, I), then pixels drawn by their probability of ink, or the probabilities themselves.
 * Latent noise and pixels come from one stream in the order of the images, whatever the weights.
 * @param into labels.length × pixels values: it is filled, so that a loop can use it again.
 */
export async function generate(
  { evaluator, weights, latent }: Generator,
  labels: Uint8Array,
  images: 'bernoulli' | 'mean',
  stream: Stream,
  into: Float32Array,
): Promise<void> {
  const size = into.length / labels.length;
  const chunk = Math.min(CHUNK, labels.length);
  const noises = new Float32Array(chunk * latent);
  const indicators = new Float32Array(chunk * CLASSES);
  for (let from = 0; from < labels.length; from += CHUNK) {
    const rows = Math.min(chunk, labels.length - from);
    const noise = rows === chunk ? noises : noises.subarray(0, rows * latent);
    for (let i = 0; i < noise.length; i += 1) noise[i] = stream.normal();
    const classes = rows === chunk ? indicators.fill(0) : indicators.fill(0).subarray(0, rows * CLASSES);
    for (let i = 0; i < rows; i += 1) classes[i * CLASSES + labels[from + i]!] = 1;
    const probabilities = await evaluator.evaluate(weights, { latent: noise, labels: classes });
    if (images === 'mean') into.set(probabilities, from * size);
    // Steps of 2⁻¹⁶ are far below what a network knows.
    else stream.toss(probabilities, rows * size, into, from * size);
  }
}

/** `count` labels, class after class, the same number of each: count must be a multiple of ten. */
export function balancedLabels(count: number): Uint8Array {
  if (count % CLASSES !== 0) throw new RangeError(`${count} images cannot be shared out over ${CLASSES} classes`);
  return Uint8Array.from({ length: count }, (_, i) => Math.floor((i * CLASSES) / count));
}
