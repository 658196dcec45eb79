import { balancedSample, fillImages } from '../../digits/batches.ts';
import { CLASSES, type DigitSource, type View } from '../../digits/digits.ts';
import type { Engine } from '../../networks/engine.ts';
import type { Weights } from '../../networks/graph/model.ts';
import { keyedStream, type Stream } from '../../random/stream.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Generator, LabelledImages } from './generate.ts';
import type { Networks } from './networks/with-networks.ts';
import type { RetrainingParts } from './parts.ts';
import { type ReplicateCache, replicateCacheOf } from './replicate-cache.ts';
import type { Arm, RealPool, VaeSetting } from './setting.ts';

/** Which run to perform: one arm of one replicate. */
export interface CvaeRetrainingOptions {
  readonly engine: Engine;
  readonly digits: DigitSource;
  readonly setting: VaeSetting;
  readonly arm: Arm;
  readonly seed: number;
  readonly replicate: number;
  /** Rounds of retraining after the initial training. */
  readonly rounds: number;
  /** Whether the expensive metrics are observed too. */
  readonly observeAll: boolean;
  /** Whether sample images of each round are kept. */
  readonly samples: boolean;
  /** The state is saved here after every round, and a run continues from the state that was saved. */
  readonly checkpoint?: Checkpoint;
}

/** What the rounds of a run share. The key of every random number is its purpose and the round, never the arm: arms share their noise. */
export class Run {
  readonly options: CvaeRetrainingOptions;
  readonly networks: Networks;
  readonly parts: RetrainingParts;
  /** Models and observations that the arms of this replicate have in common. */
  readonly cache: ReplicateCache;
  /** The view of the real digits. */
  readonly truth: View;
  readonly #replicate: number;

  constructor(options: CvaeRetrainingOptions, networks: Networks, parts: RetrainingParts) {
    this.options = options;
    this.networks = networks;
    this.parts = parts;
    this.#replicate = parts.replicate(options.replicate);
    this.truth = { side: options.setting.side };
    const { engine, digits, seed, setting } = options;
    this.cache = replicateCacheOf(engine, digits, JSON.stringify([seed, this.#replicate, setting]));
  }

  /** The view of the digits that the verifier takes for real: the knowledge center of the arm. Without a verifier, of the real digits. */
  get reference(): View {
    const { verifier } = this.options.arm;
    return verifier === undefined ? this.truth : this.viewOf(verifier.real);
  }

  /** The view of all digits from which a pool is drawn. */
  viewOf({ count: _, ...distortion }: RealPool): View {
    return { ...this.truth, ...distortion };
  }

  /** The generator with these weights. */
  generator(weights: Weights): Generator {
    return { evaluator: this.networks.vae.evaluator, weights, latent: this.options.setting.latent };
  }

  /** Draws `count` real training images, the same number of each class. */
  realImages(purpose: string, round: number, count: number): LabelledImages {
    const training = this.options.digits.training(this.truth);
    const places = balancedSample(training, count / CLASSES, this.stream(purpose, round));
    const images = new Float32Array(places.length * training.side ** 2);
    fillImages(training, places, images);
    return { images, labels: Uint8Array.from(places, (place) => training.labels[place]!) };
  }

  /** The random numbers for one purpose in one round. */
  stream(purpose: string, round: number): Stream {
    return keyedStream(this.options.seed, `vae/${purpose}`, round, this.#replicate);
  }
}
