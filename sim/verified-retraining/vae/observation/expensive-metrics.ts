import { pick } from '../../../digits/batches.ts';
import type { DigitSource, Digits, View } from '../../../digits/digits.ts';
import type { Engine, Evaluator } from '../../../networks/engine.ts';
import type { Weights } from '../../../networks/graph/model.ts';
import { keyedStream, type Stream } from '../../../random/stream.ts';
import { type Classifier, classifier } from '../metrics/classifier.ts';
import { negativeElbo } from '../metrics/elbo.ts';
import type { Moments } from '../metrics/moments.ts';
import { precisionAndRecall } from '../metrics/nearest-neighbors.ts';
import type { RoundMetrics } from '../setting.ts';
import type { Standard } from './observe.ts';

/** Images whose neighbours are searched, of each kind: the cost grows with their square, and 2 000 take a second. */
const NEIGHBORHOOD = 2000;

/** Real test images whose evidence is bounded: their mean has a standard error of half a percent. */
const ELBO_IMAGES = 2000;

/** What the dear metrics need of the real digits. */
interface Examiner {
  readonly classifier: Classifier;
  readonly reference: Moments;
  /** Coordinates in the pixel space. */
  readonly real: Float64Array;
  readonly elboImages: Digits;
}

const examiners = new WeakMap<Engine, WeakMap<DigitSource, Map<number, Promise<Examiner>>>>();

/** A model under examination, and the images it was scored on. */
export interface Examined {
  readonly lossEvaluator: Evaluator;
  readonly weights: Weights;
  readonly latent: number;
  readonly images: Float32Array;
  readonly labels: Uint8Array;
}

/** The dear metrics of a generator. The classifier is the same for all runs of an engine and a source. */
export async function examine(
  engine: Engine,
  source: DigitSource,
  truth: View,
  standard: Standard,
  { lossEvaluator, weights, latent, images, labels }: Examined,
  stream: Stream,
): Promise<Partial<RoundMetrics>> {
  const { classifier, reference, real, elboImages } = await examinerOf(engine, source, truth, standard);
  const loss = async (batch: Float32Array, classes: Float32Array, noise: Float32Array) =>
    (await lossEvaluator.evaluate(weights, { images: batch, labels: classes, noise }))[0]!;
  const chosen = spread(labels.length, NEIGHBORHOOD);
  const size = truth.side ** 2;
  const sample = new Float32Array(chosen.length * size);
  chosen.forEach((place, at) => {
    sample.set(images.subarray(place * size, (place + 1) * size), at * size);
  });
  const { precision, recall } = precisionAndRecall(
    real,
    standard.space.project(sample, chosen.length),
    standard.space.width,
  );
  return {
    classifierFrechet: await classifier.distance(images, labels.length, reference),
    labelAccuracy: await classifier.labelAccuracy(images, labels),
    negativeElbo: await negativeElbo(loss, elboImages, stream, latent),
    precision,
    recall,
  };
}

function examinerOf(engine: Engine, source: DigitSource, truth: View, standard: Standard): Promise<Examiner> {
  const bySource = examiners.get(engine) ?? new WeakMap<DigitSource, Map<number, Promise<Examiner>>>();
  examiners.set(engine, bySource);
  const bySide = bySource.get(source) ?? new Map<number, Promise<Examiner>>();
  bySource.set(source, bySide);
  const known = bySide.get(truth.side) ?? prepare(engine, source, truth, standard);
  bySide.set(truth.side, known);
  return known;
}

async function prepare(engine: Engine, source: DigitSource, truth: View, { space }: Standard): Promise<Examiner> {
  const test = source.test(truth);
  const trained = await classifier(engine, source.training(truth), keyedStream(0, 'vae/classifier', 0, 0));
  return {
    classifier: trained,
    reference: await trained.reference(test),
    real: space.project(pick(test, spread(test.count, NEIGHBORHOOD)).pixels, NEIGHBORHOOD),
    elboImages: pick(test, spread(test.count, ELBO_IMAGES)),
  };
}

/** `wanted` places spread evenly over 0 … count − 1. */
function spread(count: number, wanted: number): number[] {
  return Array.from({ length: wanted }, (_, i) => Math.floor((i * count) / wanted));
}
