import { CLASSES } from '../../../digits/digits.ts';

/**
 * Mean within-class variance: the trace of the covariance within a class (divisor n − 1), averaged over the classes. In squared units of the
 * features. The experiments use coordinates in the pixel space as features, for real and for generated images.
 * @param features labels.length rows of `width` features.
 * @throws RangeError when a class has a single row, or no row is given.
 */
export function classVariance(features: Float32Array | Float64Array, labels: Uint8Array, width: number): number {
  const counts = new Float64Array(CLASSES);
  const means = new Float64Array(CLASSES * width);
  for (const label of labels) counts[label]!++;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    for (let j = 0; j < width; j++) means[label * width + j]! += features[i * width + j]! / counts[label]!;
  }
  const squares = new Float64Array(CLASSES);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    let square = 0;
    for (let j = 0; j < width; j++) square += (features[i * width + j]! - means[label * width + j]!) ** 2;
    squares[label]! += square;
  }
  const occurring = [...counts.keys()].filter((label) => counts[label]! > 0);
  const lone = occurring.find((label) => counts[label] === 1);
  if (lone !== undefined) throw new RangeError(`class ${lone} has a single image, whose variance is undefined`);
  if (occurring.length === 0) throw new RangeError('the variance within classes needs images, got none');
  return occurring.reduce((sum, label) => sum + squares[label]! / (counts[label]! - 1), 0) / occurring.length;
}
