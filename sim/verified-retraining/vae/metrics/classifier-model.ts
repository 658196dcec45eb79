import { defineModel, input, linear, relu, softmaxCrossEntropy } from '../../../networks/graph/build.ts';
import type { Model } from '../../../networks/graph/model.ts';

/** Width of the classifier's penultimate layer: as many features as the pixel space has components. */
export const FEATURES = 32;

/** Width of the first hidden layer: several times the features, less than the pixels. */
const HIDDEN = 128;

/**
 * The network that recognizes digits: side² – 128 – 32 – 10, ReLU. Fed `images` and, to train, `labels` (0-1 rows); outputs
 * `features`, the activations of the penultimate layer, and `logits`.
 */
export function classifierModel(side: number): Model {
  const hidden = relu(linear(input('images', side ** 2), 'hidden', HIDDEN));
  const features = relu(linear(hidden, 'features', FEATURES));
  const logits = linear(features, 'logits', 10);
  return defineModel(`classifier ${side ** 2}-${HIDDEN}-${FEATURES}-10`, {
    loss: softmaxCrossEntropy(logits, input('labels', 10)),
    outputs: { features, logits },
  });
}
