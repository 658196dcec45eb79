import { balancedSample, pick } from '../../digits/batches.ts';
import { CLASSES, type Digits } from '../../digits/digits.ts';
import { initialWeights } from '../../networks/graph/initial-weights.ts';
import type { Weights } from '../../networks/graph/model.ts';
import type { RunState } from './checkpoint.ts';
import type { Generator } from './generate.ts';
import { keepBest, type Score } from './keep-best.ts';
import { observeModel } from './observation/observe.ts';
import { memoize } from './replicate-cache.ts';
import type { Run } from './run.ts';
import type { Arm, RealPool, VaeSetting } from './setting.ts';
import { freshWeights, trainVae } from './training/train-vae.ts';
import { trainVerifier } from './training/train-verifier.ts';

/** One round of the loop: generate images, keep those that the verifier finds best, retrain the generator on them, observe it. */
export async function performRound(run: Run, state: RunState): Promise<RunState> {
  const { options, networks, parts } = run;
  const { setting, arm } = options;
  const round = state.rounds.length;
  const generator = run.generator(state.weights);

  // Trained when its scores are first needed: an arm that keeps every image needs none.
  let verifier: Promise<Weights> | undefined;
  const score: Score = async (images) => {
    verifier ??= verifierOfRound(run, state, generator);
    return networks.verifier.evaluator.evaluate(await verifier, { images });
  };
  const kept = await keepBest(
    generator,
    arm.verifier === undefined ? undefined : score,
    arm,
    parts.kept(keptInRound(arm, setting, round - 1), setting),
    setting.side ** 2,
    parts.select,
    (purpose) => run.stream(purpose, round),
  );

  const data = parts.trainingSet(kept, () => run.realImages('leaked images', round, kept.labels.length));
  const start =
    setting.weights === 'warm' ? state.weights : freshWeights(networks.vae, data, run.stream('start', round));
  const weights = await trainVae(networks.vae, setting, data, start, setting.roundSteps, run.stream('batches', round));

  const { metrics, samples } = await observeModel(run, round, weights);
  return {
    weights,
    verifier: await (verifier ?? state.verifier),
    rounds: [...state.rounds, metrics],
    samples: [...state.samples, ...samples],
  };
}

/**
 * The weights of the verifier that scores the images of a round. A frozen verifier stays as it was after its first training. In the first
 * round all arms train against one initial model, so that those with the same pool share their verifier.
 */
function verifierOfRound(run: Run, state: RunState, generator: Generator): Promise<Weights> {
  const { setting, arm } = run.options;
  const { real, lifecycle } = arm.verifier!;
  if (lifecycle === 'frozen' && state.verifier !== undefined) return Promise.resolve(state.verifier);
  const round = state.rounds.length;
  const { verifier } = run.networks;
  const { targets } = run.parts;
  const train = () => {
    const carried = setting.verifier.weights === 'warm' ? state.verifier : undefined;
    const start = carried ?? initialWeights(verifier.model, run.stream('verifier start', round));
    return trainVerifier(
      verifier,
      setting,
      poolOf(run, real),
      generator,
      targets,
      start,
      run.stream('verifier', round),
    );
  };
  return round > 1 ? train() : memoize(run.cache.weights, ['verifier', real, targets], train);
}

/** The images that the verifier takes for real. A pool of fewer images is drawn independently: it is not a part of a larger pool. */
function poolOf(run: Run, real: RealPool): Digits {
  const all = run.options.digits.training(run.viewOf(real));
  if (real.count === undefined) return all;
  return pick(all, balancedSample(all, real.count / CLASSES, run.stream(`pool of ${real.count}`, 0)));
}

/** Images kept in the step from round k to k + 1, the same number of each class. */
function keptInRound({ kept = { first: 1, step: 0 } }: Arm, setting: VaeSetting, round: number): number {
  return CLASSES * Math.round((setting.kept * (kept.first + kept.step * round)) / CLASSES);
}
