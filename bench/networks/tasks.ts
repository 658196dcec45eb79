import { CLASSES } from '../../sim/digits/digits.ts';
import type { Engine } from '../../sim/networks/engine.ts';
import { initialWeights } from '../../sim/networks/graph/initial-weights.ts';
import type { Model } from '../../sim/networks/graph/model.ts';
import type { Value } from '../../sim/networks/graph/operation.ts';
import { keyedStream } from '../../sim/random/stream.ts';
import { generate } from '../../sim/verified-retraining/vae/generate.ts';
import { type Task, task } from '../harness/alternate.ts';
import { productsOf } from './products.ts';
import { BATCH, coins, type Networks, trainingInputs } from './sizes.ts';

/** At rate 0 Adam works as at any other, and every step is the same step: no weight leaves its range however long it is timed. */
export const RATE = 0;

/** The weights that a model starts from. */
export const start = (model: Model) => initialWeights(model, keyedStream(1, 'start', 0, 0));

/** A training step of the autoencoder: forward, backward and Adam. */
export async function trainingStep(engine: Engine, { vae }: Networks): Promise<Task> {
  const trainer = await engine.trainer(vae, BATCH);
  trainer.restart(start(vae));
  const feeds = coins(vae, trainingInputs(vae));
  return task(
    engine.name,
    1,
    () => trainer.step(feeds, RATE),
    () => trainer.dispose(),
  );
}

/** A batch of images by the decoder, with the coins that make it ink or paper. */
export async function generation(engine: Engine, { vae, setting: { latent, side } }: Networks): Promise<Task> {
  const evaluator = await engine.evaluator(vae, 'pixels');
  const generator = { evaluator, weights: start(vae), latent };
  const labels = Uint8Array.from({ length: BATCH }, (_, i) => i % CLASSES);
  const into = new Float32Array(BATCH * side ** 2);
  const stream = keyedStream(1, 'generate', 0, 0);
  const work = () => generate(generator, labels, 'bernoulli', stream, into);
  return task(engine.name, 1, work, () => evaluator.dispose());
}

/** A batch of images scored by the verifier. */
export async function scoring(engine: Engine, { verifier }: Networks): Promise<Task> {
  const evaluator = await engine.evaluator(verifier, 'score');
  const weights = start(verifier);
  const feeds = coins(verifier, ['images']);
  return task(
    engine.name,
    1,
    () => evaluator.evaluate(weights, feeds),
    () => evaluator.dispose(),
  );
}

/** The matrix products of these values by themselves. */
export async function bareProducts(engine: Engine, name: string, values: readonly Value[]): Promise<Task> {
  const model = productsOf(name, values);
  const evaluator = await engine.evaluator(model, 'products');
  const weights = start(model);
  const feeds = coins(model);
  return task(
    'products',
    1,
    () => evaluator.evaluate(weights, feeds),
    () => evaluator.dispose(),
  );
}
