import { fillImages, fillOneHot } from '../../../digits/batches.ts';
import type { Digits } from '../../../digits/digits.ts';
import type { Engine } from '../../../networks/engine.ts';
import { initialWeights } from '../../../networks/graph/initial-weights.ts';
import type { Model, Weights } from '../../../networks/graph/model.ts';
import type { Stream } from '../../../random/stream.ts';
import { shuffled } from '../training/shuffle.ts';
import { learningRateAt, trainSteps } from '../training/train-steps.ts';

/** Images a step. */
const BATCH = 128;

/** Steps: about three passes over the 60 000 training digits of MNIST, where accuracy on held-out 14×14 ones is past 95 %. */
export const CLASSIFIER_STEPS = 1500;

/** Adam's rate at first: three times its authors' default, for few steps that end at a tenth of it. */
const LEARNING_RATE = 3e-3;

/** Weights of a classifier trained on these digits. The stream gives its start and the order of the digits. */
export async function trainClassifier(
  engine: Engine,
  model: Model,
  training: Digits,
  stream: Stream,
  steps: number,
): Promise<Weights> {
  const feeds = { images: new Float32Array(BATCH * training.side ** 2), labels: new Float32Array(BATCH * 10) };
  const places = new Int32Array(BATCH);
  const trainer = await engine.trainer(model, BATCH);
  try {
    trainer.restart(initialWeights(model, stream));
    const next = shuffled(training.count, stream);
    const feed = () => {
      for (let row = 0; row < BATCH; row++) places[row] = next();
      fillImages(training, places, feeds.images);
      fillOneHot(training.labels, places, feeds.labels);
    };
    return await trainSteps(trainer, feeds, feed, (step) => learningRateAt(step, steps, LEARNING_RATE), steps);
  } finally {
    await trainer.dispose();
  }
}
