import type { DigitSource, View } from '../../../digits/digits.ts';
import { meanInk } from '../../../digits/measures/ink.ts';
import { meanSlant } from '../../../digits/measures/slant.ts';
import { keyedStream, type Stream } from '../../../random/stream.ts';
import { balancedLabels, type Generator, generate } from '../generate.ts';
import { classVariance } from '../metrics/class-variance.ts';
import type { Moments } from '../metrics/moments.ts';
import { type PixelSpace, pixelSpace } from '../metrics/pixel-space.ts';
import type { RoundMetrics } from '../setting.ts';

/** Real digits as generators are compared with them. Costs a pass over all training digits: made once a source and view. */
export interface Standard {
  readonly space: PixelSpace;
  /** Moments of the test digits under a view. */
  moments(view: View): Moments;
  /** Within-class variance of the real test digits. */
  readonly classVariance: number;
  /** Share of ink of the real test digits. */
  readonly ink: number;
}

const standards = new WeakMap<DigitSource, Map<string, Standard>>();

/** The standard of a source at a view, made at the first call. */
export function standardOf(source: DigitSource, truth: View): Standard {
  const known = standards.get(source) ?? new Map<string, Standard>();
  standards.set(source, known);
  return remembered(known, truth, () => {
    const space = pixelSpace(source.training(truth));
    const test = source.test(truth);
    const references = new Map<string, Moments>();
    return {
      space,
      moments: (view) => remembered(references, view, () => space.reference(source.test(view))),
      classVariance: classVariance(space.project(test.pixels, test.count), test.labels, space.width),
      ink: meanInk(test.pixels, test.count, truth.side ** 2),
    };
  });
}

/** Unfiltered images that every round is scored on. Fréchet distances depend on their number, so it is always the same. */
const SAMPLE_COUNT = 3000;

/** What a perfect generator would score: the distance of as many real training digits to the test digits, one sample of them. */
export function realFloor(source: DigitSource, truth: View): number {
  const { space, moments } = standardOf(source, truth);
  return space.realFloor(source.training(truth), SAMPLE_COUNT, moments(truth), keyedStream(0, 'vae/real floor', 0, 0));
}

/** Labels of a sample that is scored. */
const labels = balancedLabels(SAMPLE_COUNT);

/** Scores a generator on unfiltered images, from the same latent noise in every round and every arm of a replicate. */
export async function observe(
  round: number,
  generator: Generator,
  standard: Standard,
  truth: View,
  reference: View,
  stream: Stream,
): Promise<{ metrics: RoundMetrics; images: Float32Array; labels: Uint8Array }> {
  const images = new Float32Array(SAMPLE_COUNT * truth.side ** 2);
  await generate(generator, labels, 'bernoulli', stream, images);
  const { space } = standard;
  const features = space.project(images, SAMPLE_COUNT);
  const distanceTo = (view: View) => space.distance(features, standard.moments(view));
  const frechet = distanceTo(truth);
  const metrics = {
    round,
    frechet,
    frechetToReference: JSON.stringify(reference) === JSON.stringify(truth) ? frechet : distanceTo(reference),
    classVariance: classVariance(features, labels, space.width) / standard.classVariance,
    slant: meanSlant(images, SAMPLE_COUNT, truth.side),
    ink: meanInk(images, SAMPLE_COUNT, truth.side ** 2) / standard.ink,
  };
  return { metrics, images, labels };
}

function remembered<T>(known: Map<string, T>, view: View, make: () => T): T {
  const key = JSON.stringify(view);
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}
