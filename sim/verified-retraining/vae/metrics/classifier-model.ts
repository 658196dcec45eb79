import { CLASSES } from '../../../digits/digits.ts';
import { defineModel, input, linear, relu, softmaxCrossEntropy } from '../../../networks/graph/build.ts';
import type { Model } from '../../../networks/graph/model.ts';

/** Width of the classifier's penultimate layer. The pixel space has the same number of components. */
export const FEATURES = 32;

/** Width of the first hidden layer: more than the features, less than the pixels. */
const HIDDEN_WIDTH = 128;

/**
 * The network that recognizes digits: layers of side², 128, 32 and 10 units, with ReLU. Its inputs are `images` and, for training, `labels`
 * (rows with a single 1). Its outputs are `features`, the activations of the penultimate layer, and `logits`.
 */
export function classifierModel(side: number): Model {
  const hidden = relu(linear(input('images', side ** 2), 'hidden', HIDDEN_WIDTH));
  const features = relu(linear(hidden, 'features', FEATURES));
  const logits = linear(features, 'logits', CLASSES);
  return defineModel(`classifier ${side ** 2}-${HIDDEN_WIDTH}-${FEATURES}-${CLASSES}`, {
    loss: softmaxCrossEntropy(logits, input('labels', CLASSES)),
    outputs: { features, logits },
  });
}
