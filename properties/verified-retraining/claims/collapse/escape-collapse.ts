import * as fc from 'fast-check';
import { constant, type Setting } from '../../../../theory/verified-retraining/model.ts';
import { atMost, equals, isAbove } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import type { Trial } from '../../../engine/kinds/drawn-settings/claim.ts';
import { logUniformWhole } from '../../../engine/numbers.ts';
import { relativeBias } from '../../domains/relative.ts';
import { settings } from '../../domains/settings.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { RetrainingTier } from '../../tiers.ts';
import type { World } from '../../world.ts';
import { squaredDistanceRange, squaredSpread } from '../ranges.ts';

interface Race {
  readonly setting: Setting;
  readonly kept: number;
}

/** Rounds of the race at Δ = 0. */
const ROUNDS = 10;
/** The level that the unverified run must pass, in units of the bound below which the verified run stays. */
const LEVEL = 2;

const stratum = (name: 'unbiased' | 'biased', low: number, high: number) => ({
  name,
  settings: ({ maximumDimension }: RetrainingTier) =>
    fc.record({
      setting: settings({
        dimension: [1, maximumDimension],
        realSamples: [15, 40],
        halfWidth: [0.85, 1.3],
        bias: [low, high],
        biasUnit: 'baseline',
      }),
      kept: logUniformWhole(10, 20),
    }),
  holds: ({ setting }: Race) => (relativeBias(setting) === 0) === (name === 'unbiased'),
});

export const escapeCollapse = defineClaim<Race>({
  id: 'escape-collapse',
  module: import.meta.url,
  group: 'collapse',
  title:
    'Verification escapes collapse: verified runs stay below their bound while unverified ones pass any level at the predicted round; at Δ = 0 verified beats unverified in every round',
  statements: ['escape.verified-against-unverified'],
  kind: 'ordering',
  decision:
    'Both runs start from the same θ̂₀. At Δ = 0 their paired difference is held against 0 at every round; otherwise, at the predicted round, the verified distance to the center against Theorem 4.1 and the unverified error against its formula.',
  domain: {
    description:
      'Constant n_k from 10 to 20 and a strict window (R/σ ≤ 1.3); with a bias “verified beats unverified” is false in early rounds, see the counterexamples.',
    strata: [stratum('biased', 0.5, 1.5), stratum('unbiased', 0, 0)],
  },
  draws: 12,
  mutants: ['accept-everything', 'pooled-growth', 'cumulative-pooling'],
  check(race, trial) {
    return trial.world.theory.bias(race.setting) === 0 ? everyRound(race, trial) : passesTheLevel(race, trial);
  },
});

/** At Δ = 0: E(unverified − verified error) > 0 after every round. */
function everyRound({ setting, kept }: Race, trial: Trial<World>) {
  const { theory, simulator } = trial.world;
  const schedule = constant(kept);
  const verified = theory.exactTrajectory(setting, schedule, ROUNDS).toTruth;
  const unverified = theory.unverifiedError(setting, schedule, ROUNDS);
  const rounds = Array.from({ length: ROUNDS }, (_, index) => index + 1);
  const comparisons = rounds.map((k) =>
    isAbove(`lead after round ${k}`, 0, unverified[k]! - verified[k]!, trial.tier.indifference),
  );
  const sds = rounds.map((k) => squaredSpread(unverified[k]!) + squaredSpread(verified[k]!));
  const withVerifier = simulator.prepareRetraining(setting, schedule, ROUNDS, {});
  const without = simulator.prepareRetraining(setting, schedule, ROUNDS, { verified: false });
  return decideMeans(
    comparisons,
    (replicate, out) => {
      const errors = withVerifier.run(trial.stream(replicate)).toTruth;
      const collapsing = without.run(trial.stream(replicate)).toTruth;
      for (const k of rounds) out[k - 1] = collapsing[k]! - errors[k]!;
    },
    { ...trial.errors, maximumReplicates: maximumReplicates(comparisons, sds, trial.errors.falseSupport) },
  );
}

/** With a bias: at the round where the formula passes the level, the unverified run has passed it and the verified run is below its bound. */
function passesTheLevel({ setting, kept }: Race, trial: Trial<World>) {
  const { theory, simulator } = trial.world;
  const rate = theory.contractionRate(setting);
  const baseline = theory.baselineError(setting);
  const start = baseline + theory.bias(setting) ** 2;
  const floor = (setting.thetaStar.length * setting.noise ** 2 * rate) / (kept * (1 - rate ** 2));
  const level = LEVEL * Math.max(start, floor);
  const perRound = (setting.thetaStar.length * setting.noise ** 2) / kept;
  const passing = Math.ceil((level - baseline) / perRound);
  const schedule = constant(kept);
  const predicted = theory.unverifiedError(setting, schedule, passing)[passing]!;
  const bound = theory.distanceToCenterBound(setting, schedule, passing)[passing]!;
  const exact = theory.exactTrajectory(setting, schedule, passing).toCenter[passing]!;
  const share = trial.tier.indifference;
  const comparisons = [
    equals(`unverified error after round ${passing}`, predicted, share * predicted),
    atMost(`verified distance after round ${passing}`, bound, share * bound, exact, squaredDistanceRange(setting)),
  ];
  const sds = [squaredSpread(predicted), squaredSpread(exact)];
  const withVerifier = simulator.prepareRetraining(setting, schedule, passing, {});
  const without = simulator.prepareRetraining(setting, schedule, passing, { verified: false });
  return decideMeans(
    comparisons,
    (replicate, out) => {
      out[1] = withVerifier.run(trial.stream(replicate)).toCenter[passing]!;
      out[0] = without.run(trial.stream(replicate)).toTruth[passing]!;
    },
    { ...trial.errors, maximumReplicates: maximumReplicates(comparisons, sds, trial.errors.falseSupport) },
  );
}
