/**
 * Mean over the classes of the trace of the covariance within the class (divisor n − 1): how much images of a class vary.
 * In squared units of the features. The experiments take coordinates in the pixel space, real images and generated alike.
 * @param features labels.length rows of `width` features.
 * @throws RangeError when a class that occurs has one row alone, or no row is given.
 */
export function classVariance(features: Float32Array | Float64Array, labels: Uint8Array, width: number): number {
  const counts = new Float64Array(10);
  const means = new Float64Array(10 * width);
  for (const label of labels) counts[label]!++;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    for (let j = 0; j < width; j++) means[label * width + j]! += features[i * width + j]! / counts[label]!;
  }
  const squares = new Float64Array(10);
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
