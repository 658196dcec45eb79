import { CLASSES } from '../../../digits/digits.ts';
import {
  add,
  bceWithLogits,
  concat,
  defineModel,
  gaussianKl,
  input,
  linear,
  relu,
  reparameterize,
  sigmoid,
  split,
} from '../../../networks/graph/build.ts';
import type { Model } from '../../../networks/graph/model.ts';
import type { Value } from '../../../networks/graph/operation.ts';
import type { VaeSetting } from '../setting.ts';

/** Name of the parameter whose initial value is the logit of the mean training image. */
export const OUTPUT_BIAS = 'decoder.output.bias';

/**
 * A conditional variational autoencoder whose encoder and decoder have one hidden layer each (the paper's `base`). Its inputs are `images`,
 * `labels` (rows with a single 1) and `noise`. Its loss is the negative evidence lower bound, summed over the batch. The output `pixels` is the
 * probability of ink, computed from `latent` and `labels`. The output `loss` is the loss.
 */
export function cvae({ side, hidden, latent }: Pick<VaeSetting, 'side' | 'hidden' | 'latent'>): Model {
  const size = side ** 2;
  const images = input('images', size);
  const labels = input('labels', CLASSES);
  const encoded = relu(linear(concat(images, labels), 'encoder.hidden', hidden));
  const [mean, logVariance] = split(linear(encoded, 'encoder.latent', 2 * latent), latent, latent) as [Value, Value];
  const logits = (z: Value) =>
    linear(relu(linear(concat(z, labels), 'decoder.hidden', hidden)), 'decoder.output', size);
  const reconstructed = logits(reparameterize(mean, logVariance, input('noise', latent)));
  const loss = add(bceWithLogits(reconstructed, images), gaussianKl(mean, logVariance));
  return defineModel(`cvae ${size}-${hidden}-${latent}`, {
    loss,
    outputs: { pixels: sigmoid(logits(input('latent', latent))), loss },
  });
}
