import { keptByRound } from '../../../../theory/verified-retraining/model.ts';
import type { Regime } from '../../../../theory/verified-retraining/regimes.ts';
import { isAbove } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import type { Trial } from '../../../engine/kinds/drawn-settings/claim.ts';
import type { Range } from '../../../engine/numbers.ts';
import { fastGrowth } from '../../domains/fast-growth.ts';
import { scheduleOf } from '../../domains/growth.ts';
import type { Retraining } from '../../domains/retraining.ts';
import type { SettingShape } from '../../domains/settings.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { World } from '../../world.ts';
import { squaredErrorRange, squaredSpread } from '../ranges.ts';

/** Rounds after which ρ^{2k} < 1e-3 for the widest window that is drawn, R/σ = 1.7, ρ = 0.64. */
const ROUNDS = 8;

/**
 * Bias in units of s = √B, half-width in σ. The ranges keep every regime away from its boundaries, Δ = s and
 * Δ* ≈ s√((1+ρ)/(1−ρ)) (1.22 s at R/σ = 0.8, 1.53 s at 1.2, 1.73 s at 1.4), so that each sign has an effect of a tenth of B or more.
 */
const shapes: Record<Regime, Pick<SettingShape, 'bias' | 'halfWidth'>> = {
  unbiased: { bias: [0, 0], halfWidth: [0.85, 1.3] },
  mild: { bias: [0.3, 0.8], halfWidth: [0.85, 1.3] },
  strong: { bias: [1.2, 1.45], halfWidth: [1.4, 1.7] },
  'very strong': { bias: [2, 3], halfWidth: [0.85, 1.2] },
};

export const threeRegimes = defineClaim<Retraining>({
  id: 'three-regimes',
  module: import.meta.url,
  group: 'regimes',
  title:
    'With fast growing n_k the error goes to 0 under an unbiased verifier, ends below the baseline at a mild bias and, after a gain, above it at a strong one; a very strong bias hurts from round 1',
  statements: ['regimes.three'],
  kind: 'sign',
  decision:
    'The simulated gain over the baseline after one round and after eight has the sign and the effect that the exact chain predicts; the exact chain has the shape that the regime says.',
  domain: {
    description:
      'Schedules with n_0 from ten to twenty times the 12 real samples, growing by 10 to 30 % a round; p ≤ 3; biases and windows away from the boundaries Δ = s and Δ = Δ*.',
    strata: (Object.keys(shapes) as Regime[]).map((name) => fastGrowth(name, shapes[name], [1.1, 1.3])),
  },
  draws: 16,
  mutants: ['accept-everything', 'window-at-estimate', 'verifier-at-origin', 'labels-from-truth'],
  check(retraining, trial) {
    const { setting, growth } = retraining;
    const { theory } = trial.world;
    const schedule = scheduleOf(growth);
    const { toTruth } = theory.exactTrajectory(setting, schedule, ROUNDS);
    const regime = theory.regimeOf(setting, keptByRound(schedule, 1)[0]!);
    const shape = shapeOf(regime, toTruth, theory.bias(setting));
    const signs = decideGains(retraining, toTruth, trial);
    return outcomeOf([...shape, ...signs.comparisons], signs.replicates);
  },
});

/** What the regime says of the whole trajectory, held against the trajectory of the exact chain. */
function shapeOf(regime: Regime, toTruth: readonly number[], delta: number) {
  const baseline = toTruth[0]!;
  const last = toTruth.at(-1)!;
  const steps = toTruth.slice(1).map((value, k) => value - toTruth[k]!);
  switch (regime) {
    case 'unbiased':
      return [
        holds('largest step of the exact error', Math.max(...steps), [Number.NEGATIVE_INFINITY, 0]),
        holds('exact error after the last round', last, [0, 0.05 * baseline]),
      ];
    case 'mild':
      return [holds('exact error after the last round', last, [0, baseline])];
    case 'strong':
      return [
        holds('lowest exact error', Math.min(...toTruth), [0, baseline]),
        holds('exact error after the last round', last, [baseline, delta ** 2 + baseline]),
      ];
    case 'very strong':
      return [
        holds('lowest exact error after round 0', Math.min(...toTruth.slice(1)), [baseline, Number.POSITIVE_INFINITY]),
      ];
  }
}

/** Decides that the simulated gains over the baseline, after one round and after the last, have the signs that the exact chain predicts. */
function decideGains({ setting, growth }: Retraining, toTruth: readonly number[], trial: Trial<World>) {
  const baseline = toTruth[0]!;
  const rounds = [1, ROUNDS];
  const gains = rounds.map((round) => baseline - toTruth[round]!);
  const reach = squaredErrorRange(setting)[1];
  const comparisons = rounds.map((round, index) => {
    const gain = gains[index]!;
    const range: Range = gain > 0 ? [baseline - reach, baseline] : [-baseline, reach - baseline];
    const name = `${gain > 0 ? 'gain' : 'loss'} after round ${round}`;
    return isAbove(name, 0, Math.abs(gain), trial.tier.indifference, range);
  });
  const sds = rounds.map((round) => squaredSpread(toTruth[round]!));
  const run = trial.world.simulator.prepareRetraining(setting, scheduleOf(growth), ROUNDS, {});
  return decideMeans(
    comparisons,
    (replicate, out) => {
      const errors = run.run(trial.stream(replicate)).toTruth;
      rounds.forEach((round, index) => {
        out[index] = Math.sign(gains[index]!) * (baseline - errors[round]!);
      });
    },
    { ...trial.errors, maximumReplicates: maximumReplicates(comparisons, sds, trial.errors.falseSupport) },
  );
}
