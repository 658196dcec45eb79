import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Digits } from '../../../digits/digits.ts';

/** The directions in which images vary most. */
export interface PrincipalComponents {
  /** Number of pixels of an image. */
  readonly size: number;
  /** Number of directions. */
  readonly count: number;
  /** The mean image: size values. */
  readonly mean: Float64Array;
  /** size × count, row by row. Column j is the j-th direction, which has length 1 and is orthogonal to the others. */
  readonly components: Float64Array;
  /** Variance along each direction, the largest first: count values, in squared pixels. */
  readonly variances: Float64Array;
}

/**
 * Principal components of black-and-white images: eigenvectors of the covariance of their pixels, by ml-matrix. The second moment of two pixels
 * is the share of images with ink on both, so that the covariance needs only counts of pairs. The eigenvectors of 784 pixels take some
 * seconds, those of 196 pixels a tenth of a second.
 * @throws RangeError when there are fewer than two images, or more components are asked for than there are pixels.
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
 * Coordinates of images in the directions of `space`, relative to its mean: rows × count.
 * @param images at least rows × size pixels 0 … 1.
 */
export function project(space: PrincipalComponents, images: ArrayLike<number>, rows: number): Float64Array {
  const { size, count, components } = space;
  const origin = new Float64Array(count);
  for (let k = 0; k < size; k++) {
    for (let j = 0; j < count; j++) origin[j]! += -space.mean[k]! * components[k * count + j]!;
  }
  const features = new Float64Array(rows * count);
  const inked = new Int32Array(size);
  const inks = new Float64Array(size);
  for (let i = 0; i < rows; i++) {
    let marks = 0;
    // Most pixels are paper, and add nothing. No branch: the processor could not predict which ones.
    for (let k = 0; k < size; k++) {
      const ink = images[i * size + k]!;
      inked[marks] = k * count;
      inks[marks] = ink;
      marks += Number(ink !== 0);
    }
    // Four coordinates at a time are summed in registers.
    let j = 0;
    for (; j + 4 <= count; j += 4) {
      let a = origin[j]!;
      let b = origin[j + 1]!;
      let c = origin[j + 2]!;
      let d = origin[j + 3]!;
      for (let mark = 0; mark < marks; mark++) {
        const at = inked[mark]! + j;
        const ink = inks[mark]!;
        a += ink * components[at]!;
        b += ink * components[at + 1]!;
        c += ink * components[at + 2]!;
        d += ink * components[at + 3]!;
      }
      features[i * count + j] = a;
      features[i * count + j + 1] = b;
      features[i * count + j + 2] = c;
      features[i * count + j + 3] = d;
    }
    for (; j < count; j++) {
      let sum = origin[j]!;
      for (let mark = 0; mark < marks; mark++) sum += inks[mark]! * components[inked[mark]! + j]!;
      features[i * count + j] = sum;
    }
  }
  return features;
}
