import { antithetic } from '../../../engine/decide/antithetic.ts';
import { equals, isAbove } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { fastGrowth } from '../../domains/fast-growth.ts';
import { scheduleOf } from '../../domains/growth.ts';
import type { Retraining } from '../../domains/retraining.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { squaredErrorRange, squaredSpread } from '../ranges.ts';

/** Rounds after which ρ^k < 0.03 for the widest window that is drawn, R/σ = 1.8, ρ = 0.694: the error has almost arrived at Δ². */
const ROUNDS = 10;
/** Rounds at the end over which the error must not change. */
const PLATEAU = 2;
/** R/σ. */
const halfWidth = [1.4, 1.8] as const;
/** Growth of n_k in a round. */
const ratio = [1.1, 1.2] as const;

export const plateauAndReversal = defineClaim<Retraining>({
  id: 'plateau-and-reversal',
  module: import.meta.url,
  group: 'regimes',
  title: 'Early gains of a biased verifier turn back and level off at Δ² where the exact chain predicts it',
  statements: ['regimes.plateau-and-reversal'],
  kind: 'ordering',
  decision:
    'Paired differences of the error between the start, the predicted best round and the end have the effects that the exact chain predicts; antithetic pairs of runs.',
  domain: {
    description:
      'Biases Δ from 0.8 s to 1.4 s, R/σ from 1.4 to 1.8 (for smaller biases the turn is too slight to matter), n_0 from ten to twenty times the 12 real samples, growing by 10 to 20 % a round; p ≤ 3.',
    strata: [
      fastGrowth('mild', { bias: [0.8, 0.97], halfWidth }, ratio),
      fastGrowth('strong', { bias: [1.05, 1.4], halfWidth }, ratio),
    ],
  },
  draws: 8,
  mutants: ['accept-everything', 'labels-from-truth', 'window-at-estimate'],
  check({ setting, growth }, trial) {
    const schedule = scheduleOf(growth);
    const { theory, simulator } = trial.world;
    const { toTruth } = theory.exactTrajectory(setting, schedule, ROUNDS);
    const best = toTruth.indexOf(Math.min(...toTruth));
    const baseline = theory.baselineError(setting);
    const gain = baseline - toTruth[best]!;
    const reversal = toTruth[ROUNDS]! - toTruth[best]!;
    const change = toTruth[ROUNDS]! - toTruth[ROUNDS - PLATEAU]!;
    const { indifference } = trial.tier;
    const reach = squaredErrorRange(setting)[1];
    const comparisons = [
      isAbove(`gain until round ${best}`, 0, gain, indifference, [baseline - reach, baseline]),
      isAbove(`reversal from round ${best} to ${ROUNDS}`, 0, reversal, indifference, [-reach, reach]),
      // The change is far smaller than its range, and a test of a bounded mean would be slow: it is decided as unbounded.
      equals(`change over the last ${PLATEAU} rounds`, change, indifference * reversal),
    ];
    const last = toTruth[ROUNDS]!;
    // Late errors vary only by their synthetic noise, about 2Δ·2σ√(ρ/n), which is a fifth of Δ² for Δ ≥ 0.9σ/√12 and n ≥ 500.
    const sds = [squaredSpread(toTruth[best]!), 2 * last, last / 5];
    const run = simulator.prepareRetraining(setting, schedule, ROUNDS, {});
    return decideMeans(
      comparisons,
      antithetic(trial, comparisons.length, (stream, out) => {
        const errors = run.run(stream).toTruth;
        out[0] = baseline - errors[best]!;
        out[1] = errors[ROUNDS]! - errors[best]!;
        out[2] = errors[ROUNDS]! - errors[ROUNDS - PLATEAU]!;
      }),
      { ...trial.errors, maximumReplicates: maximumReplicates(comparisons, sds, trial.errors.falseSupport) },
    );
  },
});
