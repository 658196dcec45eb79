import { CLASSES } from '../../../digits/digits.ts';
import { initialWeights } from '../../../networks/graph/initial-weights.ts';
import type { Weights } from '../../../networks/graph/model.ts';
import type { Stream } from '../../../random/stream.ts';
import type { LabelledImages } from '../generate.ts';
import { OUTPUT_BIAS } from '../networks/cvae.ts';
import type { Network } from '../networks/with-networks.ts';
import type { VaeSetting } from '../setting.ts';
import { shuffled } from './shuffle.ts';
import { learningRateAt, trainSteps } from './train-steps.ts';

/**
 * Initial weights of an autoencoder. The output bias is the logit of the mean training image: from zero, a short training would spend most of
 * its steps on the bias.
 */
export function freshWeights({ model }: Network, { images, labels }: LabelledImages, stream: Stream): Weights {
  const size = images.length / labels.length;
  const bias = new Float32Array(size);
  for (let k = 0; k < size; k += 1) {
    let ink = 0;
    for (let i = k; i < images.length; i += size) ink += images[i]!;
    // One pixel of ink and one of paper are added, so that no logit becomes infinite.
    bias[k] = Math.log((ink + 1) / (labels.length - ink + 1));
  }
  return initialWeights(model, stream, { [OUTPUT_BIAS]: bias });
}

/** Trains an autoencoder on labelled images for `steps` steps, starting from `weights`, and returns its new weights. */
export async function trainVae(
  { trainer }: Network,
  setting: VaeSetting,
  { images, labels }: LabelledImages,
  weights: Weights,
  steps: number,
  stream: Stream,
): Promise<Weights> {
  const { batch, latent, learningRate } = setting;
  const size = images.length / labels.length;
  const feeds = {
    images: new Float32Array(batch * size),
    labels: new Float32Array(batch * CLASSES),
    noise: new Float32Array(batch * latent),
  };
  const next = shuffled(labels.length, stream);
  trainer.restart(weights);
  const feed = () => {
    feeds.labels.fill(0);
    for (let row = 0; row < batch; row += 1) {
      const place = next();
      feeds.images.set(images.subarray(place * size, (place + 1) * size), row * size);
      feeds.labels[row * CLASSES + labels[place]!] = 1;
    }
    for (let i = 0; i < feeds.noise.length; i += 1) feeds.noise[i] = stream.normal();
  };
  return trainSteps(trainer, feeds, feed, (step) => learningRateAt(step, steps, learningRate), steps);
}
