import { balancedSample, pick } from '../../../digits/batches.ts';
import { CLASSES, type Digits } from '../../../digits/digits.ts';
import type { Stream } from '../../../random/stream.ts';
import { frechetDistance } from './frechet-distance.ts';
import { type Moments, moments } from './moments.ts';
import { principalComponents, project } from './principal-components.ts';

/** Principal components that are kept. */
const COMPONENTS = 32;

/** The space in which images are compared: coordinates along the first 32 principal components of the pixels of real training digits. */
export interface PixelSpace {
  /** Number of coordinates of an image. */
  readonly width: number;
  /** Coordinates of images with pixels 0 … 1: count × width values. @throws RangeError when there are fewer than count images. */
  project(images: Uint8Array | Float32Array, count: number): Float64Array;
  /** Moments of the coordinates of these digits: the reference with which samples are compared. */
  reference(digits: Digits): Moments;
  /**
   * The main metric: Fréchet distance of the coordinates of a sample to a reference, in squared pixels. It is biased upwards, and the bias falls
   * as the number of rows grows: only distances of samples of one size can be compared.
   * @throws RangeError when there are fewer than two rows.
   */
  distance(features: Float64Array, reference: Moments): number;
  /**
   * The distance that a perfect generator would have: that of `count` digits from `real`, the same number of each class. The digits `real` must
   * be disjoint from those of the reference.
   * @throws RangeError when count is not a multiple of ten, or a class has too few digits.
   */
  realFloor(real: Digits, count: number, reference: Moments, stream: Stream): number;
}

/** The space of the principal components of these digits. It takes an eigen-decomposition, so make it once. */
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
      if (count % CLASSES !== 0)
        throw new RangeError(`the size of a balanced sample must be a multiple of ${CLASSES}, not ${count}`);
      const sample = pick(real, balancedSample(real, count / CLASSES, stream));
      if (sample.count !== count)
        throw new RangeError(
          `a balanced sample needs all ${CLASSES} classes; those that occur give ${sample.count} of ${count} images`,
        );
      return distance(coordinates(sample.pixels, count), reference);
    },
  };
}
