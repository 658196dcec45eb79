import type { Setting } from '../../../../theory/verified-retraining/model.ts';
import { bias } from '../../../../theory/verified-retraining/regimes.ts';
import { windowHalfWidth } from '../../../../theory/verified-retraining/window.ts';
import type { Outcome, Trial } from '../../../engine/claim.ts';
import { antithetic } from '../../../engine/decide/antithetic.ts';
import { equals } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { offsets } from '../../domains/offsets.ts';
import { distanceRange } from '../ranges.ts';
import { cumulantBounds } from '../transfer-map/transfer-accuracy.ts';

/** Distance from θ_c, in σ, at which one round shows the rate: T bends by a few percent at most over it. */
const NEAR = 0.15;

const windowAtOrigin = (setting: Setting) => ({
  center: 0,
  halfWidth: windowHalfWidth(setting),
  noise: setting.noise,
});

/** The setting with its start moved to NEAR·σ from θ_c, on the line from θ_c to θ*. */
function startedNear(setting: Setting): Setting {
  const { thetaStar, knowledgeCenter, noise } = setting;
  const share = (NEAR * noise) / bias(setting);
  return { ...setting, thetaStar: knowledgeCenter.map((center, k) => center + share * (thetaStar[k]! - center)) };
}

/** e₀ = θ̂₀ − θ_c of a known start, along the directions. */
const startDistances = (setting: Setting) => offsets(startedNear(setting)).map((offset) => -offset);

/** What one round leaves of e₀, along itself, by the transfer map: e₀·E e₁/‖e₀‖². Needs a bias: the start lies between θ_c and θ*. */
export function rateNearCenter(setting: Setting, { theory }: Trial['world']): number {
  const window = windowAtOrigin(setting);
  const left = startDistances(setting).reduce(
    (sum, distance) => sum + distance * theory.transfer(window, distance).value,
    0,
  );
  return left / (NEAR * setting.noise) ** 2;
}

/** Bound on what separates rateNearCenter from ρ: T is odd about c and |T‴| ≤ max|κ₄|/σ², so T(c+d) − c = ρd within |κ₄||d|³/6σ². */
export function bendNearCenter(setting: Setting): number {
  return (cumulantBounds(windowAtOrigin(setting)).fourth / 6) * NEAR ** 2;
}

/** Bets antithetic pairs of simulated rounds from that start, known by a huge real design, on the rate that the transfer map predicts. */
export function decideRateNearCenter(name: string, setting: Setting, kept: number, trial: Trial): Outcome {
  const { theory, simulator } = trial.world;
  const distances = startDistances(setting);
  const centers = theory.coordinates(setting, setting.knowledgeCenter);
  const length = NEAR * setting.noise;
  const predicted = rateNearCenter(setting, trial.world);
  const reach = distances.reduce((sum, each) => sum + Math.abs(each), 0) * (distanceRange(setting)[1] / length ** 2);
  const zone = trial.tier.indifference * predicted;
  const comparisons = [equals(`one round near θ_c, ${name}`, predicted, zone, [-reach, reach])];
  // A label varies by at most σ²ρ, the mean of `kept` of them by σ²ρ/kept; ρ is the predicted rate but for the bend.
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
