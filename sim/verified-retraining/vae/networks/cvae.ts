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

/** Classes of digits. */
export const CLASSES = 10;

/** Name of the parameter that starts at the logit of the mean training image. */
export const OUTPUT_BIAS = 'decoder.output.bias';

/**
 * A conditional variational autoencoder with one hidden layer each way (the paper's `base`). Fed `images`, `labels` (0-1 rows) and
 * `noise`; the loss is the negative evidence lower bound summed over the batch. The output `pixels` is the probability of ink, from
 * `latent` and `labels`; the output `loss` is the loss.
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
