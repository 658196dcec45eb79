import { type Checkpoint, packState, type RunState, unpackState } from './checkpoint.ts';
import { withNetworks } from './networks/with-networks.ts';
import { observeModel } from './observation/observe.ts';
import { type RetrainingParts, referenceParts } from './parts.ts';
import { memoize } from './replicate-cache.ts';
import { performRound } from './round.ts';
import { type CvaeRetrainingOptions, Run } from './run.ts';
import type { Curve } from './setting.ts';
import { freshWeights, trainVae } from './training/train-vae.ts';

/** Runs one arm of one replicate, and observes the generator after each round. */
export type Retrain = (options: CvaeRetrainingOptions) => Promise<Curve>;

/** The retraining loop with some of the reference parts replaced. */
export function createRetraining(replaced: Partial<RetrainingParts> = {}): Retrain {
  const parts = { ...referenceParts, ...replaced };
  return (options) =>
    withNetworks(options.engine, options.setting, async (networks) => {
      const run = new Run(options, networks, parts);
      const { checkpoint } = options;
      let state = (await savedState(checkpoint)) ?? (await trainInitialModel(run));
      while (state.rounds.length <= options.rounds) {
        await checkpoint?.save(packState(state));
        state = await performRound(run, state);
      }
      await checkpoint?.save(packState(state));
      return curveOf(state, options);
    });
}

/** The retraining loop of the paper: generate, verify, retrain (Experiments: CVAE on MNIST). */
export const retrain: Retrain = createRetraining();

async function savedState(checkpoint: Checkpoint | undefined): Promise<RunState | undefined> {
  const bytes = await checkpoint?.load();
  return bytes === undefined ? undefined : unpackState(bytes);
}

/** Trains the initial model on a few real images, and observes it. The arms of a replicate share both. */
async function trainInitialModel(run: Run): Promise<RunState> {
  const { options, networks, cache } = run;
  const { setting, observeAll, samples } = options;
  const weights = await memoize(cache.weights, 'initial model', () => {
    const real = run.realImages('real images', 0, setting.realImages);
    const fresh = freshWeights(networks.vae, real, run.stream('start', 0));
    return trainVae(networks.vae, setting, real, fresh, setting.initialSteps, run.stream('batches', 0));
  });
  const observed = await memoize(cache.observed, [run.reference, observeAll, samples], () =>
    observeModel(run, 0, weights),
  );
  return { weights, verifier: undefined, rounds: [observed.metrics], samples: observed.samples };
}

/** The curve of the rounds that were asked for. A saved state may have more of them. */
function curveOf({ rounds, samples }: RunState, options: CvaeRetrainingOptions): Curve {
  const count = options.rounds + 1;
  return {
    rounds: rounds.slice(0, count),
    ...(options.samples ? { samples: Buffer.concat(samples.slice(0, count)).toString('base64') } : {}),
  };
}
