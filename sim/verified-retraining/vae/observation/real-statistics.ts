import type { DigitSource, View } from '../../../digits/digits.ts';
import { meanInk } from '../../../digits/measures/ink.ts';
import { keyedStream } from '../../../random/stream.ts';
import { classVariance } from '../metrics/class-variance.ts';
import type { Moments } from '../metrics/moments.ts';
import { type PixelSpace, pixelSpace } from '../metrics/pixel-space.ts';
import { memoize } from '../replicate-cache.ts';

/** Generated images that are observed in each round. A Fréchet distance depends on their number, so the number never changes. */
export const SAMPLE_COUNT = 3000;

/** Statistics of real digits, with which generated images are compared. They need a pass over all training digits, so they are made once. */
export interface RealStatistics {
  readonly space: PixelSpace;
  /** Moments of the test digits under a view. */
  moments(view: View): Moments;
  /** Within-class variance of the test digits. */
  readonly classVariance: number;
  /** Mean share of ink of the test digits. */
  readonly ink: number;
}

const statistics = new WeakMap<DigitSource, Map<string, RealStatistics>>();

/** The statistics of a source under a view. They are made at the first call. */
export function realStatisticsOf(source: DigitSource, truth: View): RealStatistics {
  const byView = statistics.get(source) ?? new Map<string, RealStatistics>();
  statistics.set(source, byView);
  return memoize(byView, truth, () => {
    const space = pixelSpace(source.training(truth));
    const test = source.test(truth);
    const momentsByView = new Map<string, Moments>();
    return {
      space,
      moments: (view) => memoize(momentsByView, view, () => space.reference(source.test(view))),
      classVariance: classVariance(space.project(test.pixels, test.count), test.labels, space.width),
      ink: meanInk(test.pixels, test.count, truth.side ** 2),
    };
  });
}

/** The Fréchet distance that a perfect generator would have: that of one sample of real training digits, of the same size, to the test digits. */
export function realFloor(source: DigitSource, truth: View): number {
  const { space, moments } = realStatisticsOf(source, truth);
  const stream = keyedStream(0, 'vae/real floor', 0, 0);
  return space.realFloor(source.training(truth), SAMPLE_COUNT, moments(truth), stream);
}
