import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Digits } from '../../digits/digits.ts';

/** The directions in which images vary most. */
export interface PrincipalComponents {
  /** Pixels of an image. */
  readonly size: number;
  /** Directions kept. */
  readonly count: number;
  /** Mean image: size values. */
  readonly mean: Float64Array;
  /** size × count, row by row: column j is the j-th direction, of length 1, orthogonal to the others. */
  readonly components: Float64Array;
  /** Variance along each direction, largest first: count values, in squared pixel units. */
  readonly variances: Float64Array;
}

/**
 * Principal components of black-and-white images: eigenvectors of the covariance of their pixels, by ml-matrix.
 * All images are used. Two pixels have the second moment (images that ink both) / images, so that counting pairs of ink is
 * all the work; the eigenvectors of 784 pixels cost some seconds, those of 196 a tenth of one.
 * @throws RangeError with fewer than two images, or more components than pixels.
 */
export function principalComponents(digits: Digits, count = 32): PrincipalComponents {
  const size = digits.side ** 2;
  if (digits.count < 2) throw new RangeError(`principal components need at least 2 images, got ${digits.count}`);
  if (!(count >= 1 && count <= size)) {
    throw new RangeError(`between 1 and ${size} components can be kept of ${size} pixels, not ${count}`);
  }
  const together = inkedTogether(digits);
  const mean = Float64Array.from({ length: size }, (_, k) => together[k * size + k]! / digits.count);
  const covariance = new Matrix(size, size);
  for (let j = 0; j < size; j++) {
    for (let k = j; k < size; k++) {
      const centred = together[j * size + k]! - digits.count * mean[j]! * mean[k]!;
      covariance.set(j, k, centred / (digits.count - 1));
      covariance.set(k, j, centred / (digits.count - 1));
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, { assumeSymmetric: true });
  const largestFirst = realEigenvalues.map((_, j) => j).sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  const kept = largestFirst.slice(0, count);
  return {
    size,
    count,
    mean,
    components: Float64Array.from({ length: size * count }, (_, i) =>
      eigenvectorMatrix.get(Math.floor(i / count), kept[i % count]!),
    ),
    variances: Float64Array.from(kept, (j) => realEigenvalues[j]!),
  };
}

/** For each pair of pixels j ≤ k, the number of images with ink on both: size × size, the upper triangle. */
function inkedTogether({ side, count, pixels }: Digits): Uint32Array {
  const size = side ** 2;
  const together = new Uint32Array(size * size);
  const inked = new Uint32Array(size);
  for (let i = 0; i < count; i++) {
    let marks = 0;
    for (let k = 0; k < size; k++) if (pixels[i * size + k] !== 0) inked[marks++] = k;
    for (let a = 0; a < marks; a++) {
      const row = inked[a]! * size;
      for (let b = a; b < marks; b++) together[row + inked[b]!]!++;
    }
  }
  return together;
}

/**
 * Coordinates of images in the directions of `space`, from its mean: rows × count.
 * @param images rows × size pixels of 0 … 1; at least `rows` of them.
 */
export function project(space: PrincipalComponents, images: ArrayLike<number>, rows: number): Float64Array {
  const { size, count, components } = space;
  const origin = new Float64Array(count);
  for (let k = 0; k < size; k++) addScaled(components, k * count, -space.mean[k]!, origin, 0, count);
  const features = new Float64Array(rows * count);
  for (let i = 0; i < rows; i++) {
    features.set(origin, i * count);
    for (let k = 0; k < size; k++) {
      const ink = images[i * size + k]!;
      // Most pixels are paper, and add nothing.
      if (ink !== 0) addScaled(components, k * count, ink, features, i * count, count);
    }
  }
  return features;
}

function addScaled(
  from: Float64Array,
  at: number,
  factor: number,
  to: Float64Array,
  into: number,
  count: number,
): void {
  for (let j = 0; j < count; j++) to[into + j]! += factor * from[at + j]!;
}
