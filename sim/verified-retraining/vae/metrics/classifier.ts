import { CLASSES, type Digits } from '../../../digits/digits.ts';
import type { Engine, Evaluator } from '../../../networks/engine.ts';
import type { Stream } from '../../../random/stream.ts';
import { classifierModel, FEATURES } from './classifier-model.ts';
import { frechetDistance } from './frechet-distance.ts';
import { type Moments, moments } from './moments.ts';
import { CLASSIFIER_STEPS, trainClassifier } from './train-classifier.ts';

/** Images that are evaluated together: buffers of 28×28 images stay below 4 MB. The result does not depend on this number. */
const CHUNK_IMAGES = 1000;

/** A network that was trained to recognize real digits, and evaluates generated ones. Pixels of images are 0 … 1. */
export interface Classifier {
  /**
   * Share of the images that are recognized as the class of their label.
   * @throws RangeError when there is no label, or there are fewer images than labels.
   */
  labelAccuracy(images: Uint8Array | Float32Array, labels: Uint8Array): Promise<number>;
  /** Moments of the features of these digits: the reference with which samples are compared. */
  reference(digits: Digits): Promise<Moments>;
  /**
   * Fréchet distance of `count` images to a reference in the 32 features of the penultimate layer. The Fréchet inception distance (Heusel et
   * al. 2017) is the same for photographs. Only distances of samples of one size by one classifier can be compared.
   * @throws RangeError when there are fewer than `count` images, or fewer than two.
   */
  distance(images: Uint8Array | Float32Array, count: number, reference: Moments): Promise<number>;
  dispose(): Promise<void>;
}

/**
 * Trains a classifier on real digits, which takes some seconds. The same engine, digits and stream give the same classifier.
 * @param steps training steps; by default as many as MNIST needs.
 */
export async function classifier(
  engine: Engine,
  training: Digits,
  stream: Stream,
  steps: number = CLASSIFIER_STEPS,
): Promise<Classifier> {
  const model = classifierModel(training.side);
  const size = training.side ** 2;
  const weights = await trainClassifier(engine, model, training, stream, steps);
  const features = await engine.evaluator(model, 'features');
  const logits = await engine.evaluator(model, 'logits');

  async function evaluate(evaluator: Evaluator, width: number, images: Uint8Array | Float32Array, count: number) {
    if (images.length < count * size) {
      throw new RangeError(`${count} images of ${size} pixels are ${count * size} values, got ${images.length}`);
    }
    const out = new Float32Array(count * width);
    for (let from = 0; from < count; from += CHUNK_IMAGES) {
      const chunk = Float32Array.from(images.subarray(from * size, Math.min(from + CHUNK_IMAGES, count) * size));
      out.set(await evaluator.evaluate(weights, { images: chunk }), from * width);
    }
    return out;
  }

  const featureMoments = async (images: Uint8Array | Float32Array, count: number) =>
    moments(await evaluate(features, FEATURES, images, count), count, FEATURES);

  return {
    labelAccuracy: async (images, labels) => {
      if (labels.length === 0) throw new RangeError('an accuracy needs at least one image');
      const scores = await evaluate(logits, CLASSES, images, labels.length);
      return labels.reduce((right, label, i) => right + Number(likeliest(scores, i) === label), 0) / labels.length;
    },
    reference: ({ pixels, count }) => featureMoments(pixels, count),
    distance: async (images, count, reference) => frechetDistance(await featureMoments(images, count), reference),
    dispose: async () => {
      await features.dispose();
      await logits.dispose();
    },
  };
}

/** The class with the highest score in row i. Of equal scores, the first one is taken. */
function likeliest(scores: Float32Array, i: number): number {
  const row = scores.subarray(i * CLASSES, (i + 1) * CLASSES);
  return row.indexOf(Math.max(...row));
}
