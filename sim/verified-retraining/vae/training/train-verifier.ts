import { fillImages } from '../../../digits/batches.ts';
import { CLASSES, type Digits } from '../../../digits/digits.ts';
import type { Weights } from '../../../networks/graph/model.ts';
import type { Stream } from '../../../random/stream.ts';
import { type Generator, generate } from '../generate.ts';
import type { Network } from '../networks/with-networks.ts';
import type { RetrainingParts } from '../parts.ts';
import type { VaeSetting } from '../setting.ts';
import { trainSteps } from './train-steps.ts';

/**
 * Trains a verifier to distinguish the digits that it takes for real from new images of a generator. Half of each batch is real.
 * @returns the verifier's new weights.
 */
export async function trainVerifier(
  { trainer }: Network,
  setting: VaeSetting,
  real: Digits,
  generator: Generator,
  targets: RetrainingParts['targets'],
  weights: Weights,
  stream: Stream,
): Promise<Weights> {
  const { batch, steps, learningRate } = setting.verifier;
  const size = real.side ** 2;
  const feeds = { images: new Float32Array(2 * batch * size), targets: new Float32Array(2 * batch) };
  feeds.targets.fill(targets.real, 0, batch).fill(targets.generated, batch);
  const classes = Uint8Array.from({ length: steps * batch }, (_, i) => i % CLASSES);
  const generated = new Float32Array(classes.length * size);
  await generate(generator, classes, 'bernoulli', stream, generated);
  const places = new Int32Array(batch);
  trainer.restart(weights);
  const feed = (step: number) => {
    for (let row = 0; row < batch; row += 1) places[row] = Math.floor(stream.uniform() * real.count);
    fillImages(real, places, feeds.images);
    feeds.images.set(generated.subarray(step * batch * size, (step + 1) * batch * size), batch * size);
  };
  return trainSteps(trainer, feeds, feed, () => learningRate, steps);
}
