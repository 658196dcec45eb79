/** Mean and covariance of feature vectors. */
export interface Moments {
  /** Number of features. */
  readonly width: number;
  /** width values. */
  readonly mean: Float64Array;
  /** width × width, row by row, divisor n − 1. */
  readonly covariance: Float64Array;
}

/**
 * Sample mean and unbiased sample covariance of `count` rows of `width` features, computed in two passes.
 * @param features at least count × width values, row by row.
 * @throws RangeError when there are fewer than two rows, or fewer than count × width values.
 */
export function moments(features: Float32Array | Float64Array, count: number, width: number): Moments {
  if (count < 2) throw new RangeError(`a covariance needs at least 2 rows of features, got ${count}`);
  if (features.length < count * width) {
    throw new RangeError(`${count} rows of ${width} features are ${count * width} values, got ${features.length}`);
  }
  const mean = new Float64Array(width);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < width; j++) mean[j]! += features[i * width + j]! / count;
  }
  const covariance = new Float64Array(width * width);
  const centred = new Float64Array(width);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < width; j++) centred[j] = features[i * width + j]! - mean[j]!;
    for (let j = 0; j < width; j++) {
      const scaled = centred[j]! / (count - 1);
      for (let k = 0; k <= j; k++) covariance[j * width + k]! += scaled * centred[k]!;
    }
  }
  for (let j = 0; j < width; j++) {
    for (let k = 0; k < j; k++) covariance[k * width + j] = covariance[j * width + k]!;
  }
  return { width, mean, covariance };
}
