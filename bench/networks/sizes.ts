import { settings } from '../../properties/verified-retraining/vae/settings.ts';
import type { Feeds } from '../../sim/networks/engine.ts';
import type { Model } from '../../sim/networks/graph/model.ts';
import { keyedStream } from '../../sim/random/stream.ts';
import { cvae } from '../../sim/verified-retraining/vae/networks/cvae.ts';
import { discriminator } from '../../sim/verified-retraining/vae/networks/discriminator.ts';
import type { VaeSetting } from '../../sim/verified-retraining/vae/setting.ts';

/** Images of a training step, and of a call that generates or scores. */
export const BATCH = 128;

/** The networks of a retraining loop at one size. */
export interface Networks {
  readonly setting: VaeSetting;
  readonly vae: Model;
  readonly verifier: Model;
}

/** The networks of the quick tier and of the paper: 196–128–8 and 784–400–20. */
export const sizes: readonly Networks[] = [settings.warm, settings.paper].map((each) => {
  const setting = { ...each, batch: BATCH, verifier: { ...each.verifier, batch: BATCH / 2 } };
  return { setting, vae: cvae(setting), verifier: discriminator(setting.side, setting.verifier.hidden) };
});

/** Feeds of the named inputs of a model, fair coins: images, labels and noise take as long whatever they show. */
export function coins({ inputs }: Model, names: readonly string[] = Object.keys(inputs)): Feeds {
  const stream = keyedStream(1, 'feeds', 0, 0);
  return Object.fromEntries(
    names.map((name) => [
      name,
      Float32Array.from({ length: BATCH * inputs[name]! }, () => Math.round(stream.uniform())),
    ]),
  );
}

/** The inputs that a training step is fed. */
export const trainingInputs = ({ inputs }: Model): string[] => Object.keys(inputs).filter((name) => name !== 'latent');
