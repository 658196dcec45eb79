import { pick } from '../../../digits/batches.ts';
import type { DigitSource, Digits } from '../../../digits/digits.ts';
import type { Engine } from '../../../networks/engine.ts';
import type { Weights } from '../../../networks/graph/model.ts';
import { keyedStream } from '../../../random/stream.ts';
import type { LabelledImages } from '../generate.ts';
import { type Classifier, classifier } from '../metrics/classifier.ts';
import { negativeElbo } from '../metrics/elbo.ts';
import type { Moments } from '../metrics/moments.ts';
import { precisionAndRecall } from '../metrics/nearest-neighbors.ts';
import { memoize } from '../replicate-cache.ts';
import type { Run } from '../run.ts';
import type { RoundMetrics } from '../setting.ts';
import type { RealStatistics } from './real-statistics.ts';

/** Images whose neighbours are searched, real and generated each. The time grows with the square of their number: 2 000 take a second. */
const NEIGHBOR_IMAGES = 2000;

/** Real test images for the evidence lower bound. The standard error of their mean is half a percent. */
const ELBO_IMAGES = 2000;

/** What the expensive metrics need of the real digits. */
interface RealReference {
  readonly classifier: Classifier;
  /** Moments of the classifier's features. */
  readonly features: Moments;
  /** Coordinates of NEIGHBOR_IMAGES images in the pixel space. */
  readonly coordinates: Float64Array;
  readonly elboImages: Digits;
}

/** The expensive metrics of a generator, on images that it made. All runs of an engine and a source use one classifier. */
export async function expensiveMetrics(
  run: Run,
  weights: Weights,
  { space }: RealStatistics,
  { images, labels }: LabelledImages,
): Promise<Partial<RoundMetrics>> {
  const real = await realReferenceOf(run, space);
  const { setting } = run.options;
  const { vaeLoss } = run.networks;
  const loss = async (batch: Float32Array, classes: Float32Array, noise: Float32Array) =>
    (await vaeLoss.evaluate(weights, { images: batch, labels: classes, noise }))[0]!;
  const size = setting.side ** 2;
  const compared = new Float32Array(NEIGHBOR_IMAGES * size);
  evenlySpaced(labels.length, NEIGHBOR_IMAGES).forEach((place, at) => {
    compared.set(images.subarray(place * size, (place + 1) * size), at * size);
  });
  const coordinates = space.project(compared, NEIGHBOR_IMAGES);
  return {
    classifierFrechet: await real.classifier.distance(images, labels.length, real.features),
    labelAccuracy: await real.classifier.labelAccuracy(images, labels),
    negativeElbo: await negativeElbo(loss, real.elboImages, run.stream('examine', 0), setting.latent),
    ...precisionAndRecall(real.coordinates, coordinates, space.width),
  };
}

const references = new WeakMap<Engine, WeakMap<DigitSource, Map<string, Promise<RealReference>>>>();

function realReferenceOf({ options, truth }: Run, space: RealStatistics['space']): Promise<RealReference> {
  const { engine, digits } = options;
  const bySource = references.get(engine) ?? new WeakMap<DigitSource, Map<string, Promise<RealReference>>>();
  references.set(engine, bySource);
  const byView = bySource.get(digits) ?? new Map<string, Promise<RealReference>>();
  bySource.set(digits, byView);
  return memoize(byView, truth, async () => {
    const test = digits.test(truth);
    const trained = await classifier(engine, digits.training(truth), keyedStream(0, 'vae/classifier', 0, 0));
    const compared = pick(test, evenlySpaced(test.count, NEIGHBOR_IMAGES));
    return {
      classifier: trained,
      features: await trained.reference(test),
      coordinates: space.project(compared.pixels, NEIGHBOR_IMAGES),
      elboImages: pick(test, evenlySpaced(test.count, ELBO_IMAGES)),
    };
  });
}

/** `wanted` places, evenly spaced over 0 … count − 1. */
function evenlySpaced(count: number, wanted: number): number[] {
  return Array.from({ length: wanted }, (_, i) => Math.floor((i * count) / wanted));
}
