import { bceWithLogits, defineModel, input, leakyRelu, linear } from '../../../networks/graph/build.ts';
import type { Model } from '../../../networks/graph/model.ts';

/** Slope of the discriminator's leaky ReLU below zero, the paper's. */
const SLOPE = 0.2;

/**
 * The verifier's network: the logit that an image is real. Fed `images` and, to train, `targets` (1 real, 0 generated); its output
 * `score` orders images by how real they look.
 */
export function discriminator(side: number, hidden: readonly number[]): Model {
  const features = hidden.reduce(
    (value, columns, layer) => leakyRelu(linear(value, `hidden${layer + 1}`, columns), SLOPE),
    input('images', side ** 2),
  );
  const score = linear(features, 'score', 1);
  return defineModel(`discriminator ${side ** 2}-${hidden.join('-')}-1`, {
    loss: bceWithLogits(score, input('targets', 1)),
    outputs: { score },
  });
}
