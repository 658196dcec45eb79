import { atMost, equals } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { scheduleOf } from '../../domains/growth.ts';
import type { Retraining } from '../../domains/retraining.ts';
import { unverified } from '../../domains/unverified.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { squaredSpread } from '../ranges.ts';

/** Rounds that are simulated. At a ratio of 1.4 or more, later rounds add less than 7 % of Σ1/n_i. */
const ROUNDS = 8;
/** Rounds that stand for the limit: at a ratio of 1.4, later rounds add 1e-10 of Σ1/n_i. */
const LIMIT = 70;

export const boundedNotConvergent = defineClaim<Retraining>({
  id: 'bounded-not-convergent',
  module: import.meta.url,
  group: 'collapse',
  title:
    'Without a verifier and with Σ1/n_k < ∞ the error stays below σ²(Σμ⁻² + pΣ1/n_i), yet ends above where it began',
  statements: ['collapse.bounded-not-convergent'],
  kind: 'inequality',
  decision:
    'The simulated error at the last round is held against the limit of the formula, and its paired rise since round 0 against σ²pΣ1/n_i (unbounded, hence asymptotic).',
  domain: {
    description:
      'Unverified block design, n_k growing by 40 to 100 % a round from 5 to 15, so that Σ1/n_k is finite and matters.',
    strata: [
      unverified('slow growth', 'geometric', { first: [5, 15], ratio: [1.4, 1.6] }, [20, 60]),
      unverified('fast growth', 'geometric', { first: [5, 15], ratio: [1.7, 2] }, [20, 60]),
    ],
  },
  draws: 12,
  mutants: ['pooled-growth', 'cumulative-pooling', 'labels-from-truth', 'sigma-is-one'],
  check({ setting, growth }, trial) {
    const schedule = scheduleOf(growth);
    const errors = trial.world.theory.unverifiedError(setting, schedule, LIMIT);
    const [start, last, limit] = [errors[0]!, errors[ROUNDS]!, errors[LIMIT]!];
    const rise = last - start;
    const comparisons = [
      atMost('error after the last round, at most the limit', limit, trial.tier.indifference * limit, last),
      equals('rise since round 0', rise, trial.tier.indifference * rise),
    ];
    // The rise is |a+d|² − |a|² = 2aᵀd + |d|²: its variance is at most 4·start·rise + 2·rise².
    const sds = [squaredSpread(last), Math.sqrt(4 * start * rise + 2 * rise ** 2)];
    const run = trial.world.simulator.prepareRetraining(setting, schedule, ROUNDS, { verified: false });
    return decideMeans(
      comparisons,
      (replicate, out) => {
        const { toTruth } = run.run(trial.stream(replicate));
        out[0] = toTruth[ROUNDS]!;
        out[1] = toTruth[ROUNDS]! - toTruth[0]!;
      },
      { ...trial.errors, maximumReplicates: maximumReplicates(comparisons, sds, trial.errors.falseSupport) },
    );
  },
});
