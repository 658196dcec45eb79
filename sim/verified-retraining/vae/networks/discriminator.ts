import { bceWithLogits, defineModel, input, leakyRelu, linear } from '../../../networks/graph/build.ts';
import type { Model } from '../../../networks/graph/model.ts';

/** Slope of the leaky ReLU below zero, as in the paper. */
const LEAKY_SLOPE = 0.2;

/**
 * The verifier's network. Its inputs are `images` and, for training, `targets`: 1 for real images, 0 for generated ones. Its output `score` is
 * the logit of the probability that an image is real.
 */
export function discriminator(side: number, hidden: readonly number[]): Model {
  const features = hidden.reduce(
    (value, columns, layer) => leakyRelu(linear(value, `hidden${layer + 1}`, columns), LEAKY_SLOPE),
    input('images', side ** 2),
  );
  const score = linear(features, 'score', 1);
  return defineModel(`discriminator ${side ** 2}-${hidden.join('-')}-1`, {
    loss: bceWithLogits(score, input('targets', 1)),
    outputs: { score },
  });
}
