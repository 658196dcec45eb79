import type { Engine, Evaluator, Trainer } from '../../../networks/engine.ts';
import type { Model } from '../../../networks/graph/model.ts';
import type { VaeSetting } from '../setting.ts';
import { cvae } from './cvae.ts';
import { discriminator } from './discriminator.ts';

/** A model with a trainer for batches of one size, and an evaluator of its output. */
export interface Network {
  readonly model: Model;
  readonly trainer: Trainer;
  readonly evaluator: Evaluator;
}

/** The networks that a retraining run trains. */
export interface Networks {
  readonly vae: Network;
  /** Computes the loss of the autoencoder on any number of images. */
  readonly vaeLoss: Evaluator;
  readonly verifier: Network;
}

/** Networks that no run uses at present, by engine and by their sizes. */
const idle = new WeakMap<Engine, Map<string, Networks[]>>();

/** Calls `use` with networks of the sizes of the setting. The next run uses the same networks, because making them takes longer than a round. */
export async function withNetworks<T>(
  engine: Engine,
  setting: VaeSetting,
  use: (networks: Networks) => Promise<T>,
): Promise<T> {
  const { side, hidden, latent, batch, verifier } = setting;
  const key = JSON.stringify([side, hidden, latent, batch, verifier.hidden, verifier.batch]);
  const bySizes = idle.get(engine) ?? new Map<string, Networks[]>();
  idle.set(engine, bySizes);
  const free = bySizes.get(key) ?? [];
  bySizes.set(key, free);
  const model = cvae(setting);
  const networks = free.pop() ?? {
    vae: await networkOf(engine, model, batch, 'pixels'),
    vaeLoss: await engine.evaluator(model, 'loss'),
    verifier: await networkOf(engine, discriminator(side, verifier.hidden), 2 * verifier.batch, 'score'),
  };
  try {
    return await use(networks);
  } finally {
    free.push(networks);
  }
}

async function networkOf(engine: Engine, model: Model, batch: number, output: string): Promise<Network> {
  return { model, trainer: await engine.trainer(model, batch), evaluator: await engine.evaluator(model, output) };
}
