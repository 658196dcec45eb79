import type { Digits } from '../../../digits/digits.ts';
import type { Engine, Evaluator } from '../../../networks/engine.ts';
import type { Stream } from '../../../random/stream.ts';
import { classifierModel, FEATURES } from './classifier-model.ts';
import { frechetDistance } from './frechet-distance.ts';
import { type Moments, moments } from './moments.ts';
import { CLASSIFIER_STEPS, trainClassifier } from './train-classifier.ts';

/** Images evaluated at a time: the buffers stay below 4 MB at 28×28, and the result does not depend on it. */
const CHUNK = 1000;

/** A network that recognizes digits, trained on real ones, that judges generated ones. Images are of pixels 0 … 1. */
export interface Classifier {
  /**
   * Share of the images that it recognizes as what they were asked to be.
   * @param labels of the images, as many. @throws RangeError when there is none or there are not as many images.
   */
  labelAccuracy(images: Uint8Array | Float32Array, labels: Uint8Array): Promise<number>;
  /** Moments of the features of all of these digits: a reference that samples are compared with. */
  reference(digits: Digits): Promise<Moments>;
  /**
   * Fréchet distance of `count` images to a reference in the 32 features of the penultimate layer: what the Fréchet
   * inception distance (Heusel et al. 2017) is for photographs. Compare samples of one size, and of one classifier, alone.
   * @throws RangeError when there are fewer images, or fewer than two.
   */
  distance(images: Uint8Array | Float32Array, count: number, reference: Moments): Promise<number>;
  dispose(): Promise<void>;
}

/**
 * Trains a classifier on real digits, a matter of some seconds. The same engine, digits and stream make the same classifier.
 * @param steps of training: as many as real digits need, when absent.
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
    for (let from = 0; from < count; from += CHUNK) {
      const chunk = Float32Array.from(images.subarray(from * size, Math.min(from + CHUNK, count) * size));
      out.set(await evaluator.evaluate(weights, { images: chunk }), from * width);
    }
    return out;
  }

  const featureMoments = async (images: Uint8Array | Float32Array, count: number) =>
    moments(await evaluate(features, FEATURES, images, count), count, FEATURES);

  return {
    labelAccuracy: async (images, labels) => {
      if (labels.length === 0) throw new RangeError('accuracy is a share of images, got none');
      const scores = await evaluate(logits, 10, images, labels.length);
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

/** The class with the highest of the ten scores of row i, the first one on ties. */
function likeliest(scores: Float32Array, i: number): number {
  const row = scores.subarray(i * 10, (i + 1) * 10);
  return row.indexOf(Math.max(...row));
}
