import { balancedSample, fillImages, pick } from '../../digits/batches.ts';
import type { DigitSource, Digits, View } from '../../digits/digits.ts';
import type { Engine } from '../../networks/engine.ts';
import { initialWeights } from '../../networks/graph/initial-weights.ts';
import type { Weights } from '../../networks/graph/model.ts';
import { keyedStream, type Stream } from '../../random/stream.ts';
import type { Checkpoint, RunState } from './checkpoint.ts';
import { type Generator, generate, type LabelledImages } from './generate.ts';
import { keepBest, type Score } from './keep-best.ts';
import { CLASSES } from './networks/cvae.ts';
import type { Networks } from './networks/networks.ts';
import { examine } from './observation/expensive-metrics.ts';
import { observe, standardOf } from './observation/observe.ts';
import type { RetrainingParts } from './parts.ts';
import { type Beginning, beginningOf, madeOnce, type Observed } from './replicate-cache.ts';
import type { Arm, Curve, RealPool, VaeSetting } from './setting.ts';
import { freshWeights, trainVae } from './training/train-vae.ts';
import { trainVerifier } from './training/train-verifier.ts';

/** One arm of one replicate. */
export interface RetrainingOptions {
  readonly engine: Engine;
  readonly digits: DigitSource;
  readonly setting: VaeSetting;
  readonly arm: Arm;
  readonly seed: number;
  readonly replicate: number;
  readonly rounds: number;
  /** Whether the dear metrics are observed too. */
  readonly observeAll: boolean;
  /** Whether sample images are kept of each round. */
  readonly samples: boolean;
  /** State is saved after every round, and a run goes on from what was saved. */
  readonly checkpoint?: Checkpoint;
}

/** A run under way: what its rounds share. Every random number is keyed by its purpose and the round, none by the arm. */
export class Run {
  readonly #options: RetrainingOptions;
  readonly #networks: Networks;
  readonly #parts: RetrainingParts;
  readonly #replicate: number;
  readonly #truth: View;
  readonly #beginning: Beginning;

  constructor(options: RetrainingOptions, networks: Networks, parts: RetrainingParts) {
    this.#options = options;
    this.#networks = networks;
    this.#parts = parts;
    this.#replicate = parts.replicate(options.replicate);
    this.#truth = { side: options.setting.side };
    const { engine, digits, seed, setting } = options;
    this.#beginning = beginningOf(engine, digits, JSON.stringify([seed, this.#replicate, setting]));
  }

  /** Trains the initial model on a few real images. */
  async start(): Promise<RunState> {
    const { weights: trained, observed } = this.#beginning;
    const { samples, observeAll } = this.#options;
    const weights = await madeOnce(trained, 'initial model', () => this.#trainInitialModel());
    const conditions = [this.#reference(), observeAll, samples];
    const first = await madeOnce(observed, conditions, () => this.#observe(0, weights));
    return { weights, verifier: undefined, rounds: [first.metrics], samples: first.samples };
  }

  #trainInitialModel(): Promise<Weights> {
    const { setting } = this.#options;
    const { vae } = this.#networks;
    const real = this.#realImages('real images', 0, setting.realImages);
    const fresh = freshWeights(vae, real, this.#stream('start', 0));
    return trainVae(vae, setting, real, fresh, setting.initialSteps, this.#stream('batches', 0));
  }

  /** One round: retrain the verifier, generate, keep the best, retrain the generator. */
  async advance(state: RunState): Promise<RunState> {
    const { setting, arm } = this.#options;
    const { vae, verifier: judge } = this.#networks;
    const round = state.rounds.length;
    const generator = this.#generator(state.weights);
    let trained: Promise<Weights> | undefined;
    const score: Score = async (images) => {
      trained ??= this.#verifier(arm.verifier!, state, generator);
      return judge.evaluator.evaluate(await trained, { images });
    };
    const kept = await keepBest(
      generator,
      arm.verifier === undefined ? undefined : score,
      arm,
      this.#parts.kept(keptInRound(arm, setting, round - 1), setting),
      setting.side ** 2,
      this.#parts.select,
      (purpose) => this.#stream(purpose, round),
    );
    const data = this.#parts.trainingSet(kept, () => this.#realImages('leaked images', round, kept.labels.length));
    const from = setting.weights === 'warm' ? state.weights : freshWeights(vae, data, this.#stream('start', round));
    const weights = await trainVae(vae, setting, data, from, setting.roundSteps, this.#stream('batches', round));
    const { metrics, samples } = await this.#observe(round, weights);
    return {
      weights,
      verifier: await (trained ?? state.verifier),
      rounds: [...state.rounds, metrics],
      samples: [...state.samples, ...samples],
    };
  }

  curve({ rounds, samples }: RunState): Curve {
    const upTo = this.#options.rounds + 1;
    return {
      rounds: rounds.slice(0, upTo),
      ...(this.#options.samples ? { samples: Buffer.concat(samples.slice(0, upTo)).toString('base64') } : {}),
    };
  }

  /** The verifier of a round: of a frozen one that of the round before. */
  #verifier(
    { real, lifecycle }: NonNullable<Arm['verifier']>,
    { verifier: last, rounds: { length: round } }: RunState,
    generator: Generator,
  ): Promise<Weights> {
    if (lifecycle === 'frozen' && last !== undefined) return Promise.resolve(last);
    const { setting } = this.#options;
    const { verifier: judge } = this.#networks;
    const { targets } = this.#parts;
    const train = () => {
      const carried = setting.verifier.weights === 'warm' ? last : undefined;
      const from = carried ?? initialWeights(judge.model, this.#stream('verifier start', round));
      const stream = this.#stream('verifier', round);
      return trainVerifier(judge, setting, this.#pool(real), generator, targets, from, stream);
    };
    return round > 1 ? train() : madeOnce(this.#beginning.weights, ['verifier', real, targets], train);
  }

  async #observe(round: number, weights: Weights): Promise<Observed> {
    const { engine, digits, setting, samples, observeAll } = this.#options;
    const generator = this.#generator(weights);
    const standard = standardOf(digits, this.#truth);
    const score = this.#stream('score', 0);
    const { metrics, images, labels } = await observe(
      round,
      generator,
      standard,
      this.#truth,
      this.#reference(),
      score,
    );
    const examined = { lossEvaluator: this.#networks.vaeLoss, weights, latent: setting.latent, images, labels };
    const dear = observeAll
      ? await examine(engine, digits, this.#truth, standard, examined, this.#stream('examine', 0))
      : {};
    return { metrics: { ...metrics, ...dear }, samples: samples ? [await this.#sampleImages(generator)] : [] };
  }

  /** The digits that the verifier takes for real, all of them. */
  #reference(): View {
    const { verifier } = this.#options.arm;
    return verifier === undefined ? this.#truth : viewOf(verifier.real, this.#truth);
  }

  /** An image of each class, the decoder's means in bytes, from the same latent noise in every round. */
  async #sampleImages(generator: Generator): Promise<Uint8Array> {
    const labels = Uint8Array.from({ length: CLASSES }, (_, label) => label);
    const images = new Float32Array(CLASSES * this.#options.setting.side ** 2);
    await generate(generator, labels, 'mean', this.#stream('sample', 0), images);
    return Uint8Array.from(images, (ink) => Math.round(255 * ink));
  }

  #realImages(purpose: string, round: number, count: number): LabelledImages {
    const training = this.#options.digits.training(this.#truth);
    const places = balancedSample(training, count / CLASSES, this.#stream(purpose, round));
    const images = new Float32Array(places.length * training.side ** 2);
    fillImages(training, places, images);
    return { images, labels: Uint8Array.from(places, (place) => training.labels[place]!) };
  }

  /** What the verifier takes for real. Smaller pools are not parts of larger ones. */
  #pool(real: RealPool): Digits {
    const all = this.#options.digits.training(viewOf(real, this.#truth));
    if (real.count === undefined) return all;
    return pick(all, balancedSample(all, real.count / CLASSES, this.#stream(`pool of ${real.count}`, 0)));
  }

  #generator(weights: Weights): Generator {
    return { evaluator: this.#networks.vae.evaluator, weights, latent: this.#options.setting.latent };
  }

  #stream(purpose: string, round: number): Stream {
    return keyedStream(this.#options.seed, `vae/${purpose}`, round, this.#replicate);
  }
}

function viewOf({ count: _, ...distortion }: RealPool, truth: View): View {
  return { ...truth, ...distortion };
}

/** Images kept in the step from round k to k + 1. */
function keptInRound({ kept = { first: 1, step: 0 } }: Arm, setting: VaeSetting, round: number): number {
  return CLASSES * Math.round((setting.kept * (kept.first + kept.step * round)) / CLASSES);
}
