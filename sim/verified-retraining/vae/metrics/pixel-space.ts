import { balancedSample, pick } from '../../../digits/batches.ts';
import type { Digits } from '../../../digits/digits.ts';
import type { Stream } from '../../../random/stream.ts';
import { frechetDistance } from './frechet-distance.ts';
import { type Moments, moments } from './moments.ts';
import { principalComponents, project } from './principal-components.ts';

/** Directions kept: those in which the prototype of the experiments was judged. */
const COMPONENTS = 32;

/** Where images are compared: coordinates along the top 32 principal components of real training pixels. */
export interface PixelSpace {
  /** Coordinates of an image. */
  readonly width: number;
  /** Coordinates of images with pixels of 0 … 1: count × width. @throws RangeError when there are not count images. */
  project(images: Uint8Array | Float32Array, count: number): Float64Array;
  /** Moments of the coordinates of all of these digits: a reference that samples are compared with. */
  reference(digits: Digits): Moments;
  /**
   * The headline metric: Fréchet distance of a sample's coordinates to a reference, in squared pixels. It is biased upwards
   * by an amount that falls with the number of rows: compare samples of one size alone.
   * @throws RangeError with fewer than two rows.
   */
  distance(features: Float64Array, reference: Moments): number;
  /**
   * What a perfect generator would score: the distance to the reference of `count` real digits, a tenth of each class, drawn
   * from `real`, which is to be disjoint from the digits of the reference. To be stated beside every distance.
   * @throws RangeError when count is no multiple of ten, or a class has too few digits.
   */
  realFloor(real: Digits, count: number, reference: Moments, stream: Stream): number;
}

/** The space of the principal components of these digits' pixels. Costs an eigen-decomposition: make it once. */
export function pixelSpace(training: Digits): PixelSpace {
  const components = principalComponents(training, COMPONENTS);
  const { size, count: width } = components;
  const coordinates: PixelSpace['project'] = (images, count) => {
    if (images.length < count * size) {
      throw new RangeError(`${count} images of ${size} pixels are ${count * size} values, got ${images.length}`);
    }
    return project(components, images, count);
  };
  const distance: PixelSpace['distance'] = (features, reference) =>
    frechetDistance(moments(features, features.length / width, width), reference);
  return {
    width,
    project: coordinates,
    reference: (digits) => moments(coordinates(digits.pixels, digits.count), digits.count, width),
    distance,
    realFloor: (real, count, reference, stream) => {
      if (count % 10 !== 0) throw new RangeError(`a balanced sample of ten classes is a multiple of ten, not ${count}`);
      const sample = pick(real, balancedSample(real, count / 10, stream));
      if (sample.count !== count)
        throw new RangeError(`a balanced sample needs all ten classes, got ${sample.count} of ${count} images`);
      return distance(coordinates(sample.pixels, count), reference);
    },
  };
}
