import type { Engine, Evaluator, Trainer } from '../../../networks/engine.ts';
import type { Model } from '../../../networks/graph/model.ts';
import type { VaeSetting } from '../setting.ts';
import { cvae } from './cvae.ts';
import { discriminator } from './discriminator.ts';

/** A model made ready by an engine: trained on batches of one size, and evaluated. */
export interface Network {
  readonly model: Model;
  readonly trainer: Trainer;
  readonly evaluator: Evaluator;
}

/** What a retraining run trains. */
export interface Networks {
  readonly vae: Network;
  /** The loss of the autoencoder on any number of images. */
  readonly vaeLoss: Evaluator;
  readonly verifier: Network;
}

const idle = new WeakMap<Engine, Map<string, Networks[]>>();

/** Runs `use` with networks of these sizes. They are kept for the next run: making them ready costs more than a round. */
export async function withNetworks<T>(
  engine: Engine,
  setting: VaeSetting,
  use: (networks: Networks) => Promise<T>,
): Promise<T> {
  const { side, hidden, latent, batch, verifier } = setting;
  const key = JSON.stringify([side, hidden, latent, batch, verifier.hidden, verifier.batch]);
  const bySize = idle.get(engine) ?? new Map<string, Networks[]>();
  idle.set(engine, bySize);
  const free = bySize.get(key) ?? [];
  bySize.set(key, free);
  const model = cvae(setting);
  const networks = free.pop() ?? {
    vae: await ready(engine, model, batch, 'pixels'),
    vaeLoss: await engine.evaluator(model, 'loss'),
    verifier: await ready(engine, discriminator(side, verifier.hidden), 2 * verifier.batch, 'score'),
  };
  try {
    return await use(networks);
  } finally {
    free.push(networks);
  }
}

async function ready(engine: Engine, model: Model, batch: number, output: string): Promise<Network> {
  return { model, trainer: await engine.trainer(model, batch), evaluator: await engine.evaluator(model, output) };
}
