import type { Setting } from '../../../../theory/verified-retraining/model.ts';
import type { Outcome } from '../../../engine/claim.ts';
import { antithetic } from '../../../engine/decide/antithetic.ts';
import { equals } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import type { Trial } from '../../../engine/kinds/drawn-settings/claim.ts';
import { offsets, withTruthAt } from '../../domains/offsets.ts';
import type { World } from '../../world.ts';
import { distanceRange } from '../ranges.ts';
import { cumulantBounds } from '../transfer-map/transfer-accuracy.ts';

/** Distance from θ_c, in σ, at which one round shows the rate. Over this distance T bends by a few percent at most. */
const NEAR = 0.15;

/** The window of any direction, as seen from its center. */
const windowAtOrigin = (setting: Setting, { theory }: World) => ({
  center: 0,
  halfWidth: theory.windowHalfWidth(setting),
  noise: setting.noise,
});

/** The setting whose known start lies NEAR·σ from θ_c, on the line from θ_c to θ*. */
const startedNear = (setting: Setting) => withTruthAt(setting, NEAR * setting.noise);

/** v_jᵀe₀ by direction, e₀ = θ̂₀ − θ_c of that start, in y per x. */
const startDistances = (setting: Setting) => offsets(startedNear(setting)).map((offset) => -offset);

/** The share of e₀ that one round leaves along e₀, by the transfer map: e₀·E e₁/‖e₀‖². Needs a bias: the start lies between θ_c and θ*. */
export function rateNearCenter(setting: Setting, world: World): number {
  const window = windowAtOrigin(setting, world);
  const left = startDistances(setting).reduce(
    (sum, distance) => sum + distance * world.theory.transfer(window, distance).value,
    0,
  );
  return left / (NEAR * setting.noise) ** 2;
}

/** Bound on |rateNearCenter − ρ|: T is odd about c and |T‴| ≤ max|κ₄|/σ², so T(c+d) − c differs from ρd by at most |κ₄||d|³/6σ². */
export function bendNearCenter(setting: Setting, world: World): number {
  return (cumulantBounds(windowAtOrigin(setting, world)).fourth / 6) * NEAR ** 2;
}

/**
 * Decides, from antithetic pairs of simulated rounds, that a round from that start leaves the share of e₀ that the transfer map predicts. A huge
 * real design makes the start known.
 */
export function decideRateNearCenter(name: string, setting: Setting, kept: number, trial: Trial<World>): Outcome {
  const { theory, simulator } = trial.world;
  const distances = startDistances(setting);
  const centers = theory.coordinates(setting, setting.knowledgeCenter);
  const length = NEAR * setting.noise;
  const predicted = rateNearCenter(setting, trial.world);
  const reach = distances.reduce((sum, each) => sum + Math.abs(each), 0) * (distanceRange(setting)[1] / length ** 2);
  const zone = trial.tier.indifference * predicted;
  const comparisons = [equals(`one round near θ_c, ${name}`, predicted, zone, [-reach, reach])];
  // The variance of a label is at most σ²ρ, that of the mean of `kept` labels σ²ρ/kept. The predicted rate stands for ρ: they differ by the bend.
  const sd = (setting.noise * Math.sqrt(predicted / kept)) / length;
  const run = simulator.prepareRetraining(startedNear(setting), [kept], 1);
  return decideMeans(
    comparisons,
    antithetic(trial, comparisons.length, (stream, out) => {
      const { estimates } = run.run(stream);
      let sum = 0;
      for (let j = 0; j < centers.length; j += 1) sum += distances[j]! * (estimates[centers.length + j]! - centers[j]!);
      out[0] = sum / length ** 2;
    }),
    { ...trial.errors, maximumReplicates: maximumReplicates(comparisons, [sd], trial.errors.falseSupport) },
  );
}
