import { equals } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { exactly, outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { scheduleOf } from '../../domains/growth.ts';
import type { Retraining } from '../../domains/retraining.ts';
import { unverified } from '../../domains/unverified.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { squaredSpread } from '../ranges.ts';

const ROUNDS = 12;

const kept = { first: [4, 20], step: [4, 20], ratio: [1.1, 1.3] } as const;

export const collapseGrowth = defineClaim<Retraining>({
  id: 'collapse-growth',
  module: import.meta.url,
  group: 'collapse',
  title: 'Without a verifier E‖θ̂_k−θ*‖² = σ²(Σμ⁻² + pΣ1/n_i) at every round, linear in k at constant n',
  statements: ['collapse.growth'],
  kind: 'mean',
  decision:
    'The simulated squared error is held against the formula at every round (unbounded, hence asymptotic); at constant n the formula has equal steps.',
  domain: {
    description: 'Unverified block design, n_0 from 4 to 20 accepted samples a direction, twelve rounds.',
    strata: (['constant', 'linear', 'geometric'] as const).map((kind) => unverified(`${kind} n`, kind, kept, [10, 60])),
  },
  draws: 12,
  mutants: [
    'pooled-growth',
    'cumulative-pooling',
    'samples-reused',
    'real-data-kept',
    'labels-from-truth',
    'sigma-is-one',
  ],
  check({ setting, growth }, trial) {
    const schedule = scheduleOf(growth);
    const predicted = trial.world.theory.unverifiedError(setting, schedule, ROUNDS);
    const step = predicted[1]! - predicted[0]!;
    const linearity =
      growth.kind === 'constant'
        ? predicted
            .slice(1)
            .map((error, k) =>
              exactly(`step ${k} of the formula`, step, error - predicted[k]!, 1e-9 * predicted[ROUNDS]!),
            )
        : [];
    const comparisons = predicted.map((error, k) =>
      equals(`error after round ${k}`, error, trial.tier.indifference * error),
    );
    const run = trial.world.simulator.prepareRetraining(setting, schedule, ROUNDS, { verified: false });
    const decision = decideMeans(comparisons, (replicate, out) => out.set(run.run(trial.stream(replicate)).toTruth), {
      ...trial.errors,
      maximumReplicates: maximumReplicates(comparisons, predicted.map(squaredSpread), trial.errors.falseSupport),
    });
    return outcomeOf([...linearity, ...decision.comparisons], decision.replicates);
  },
});
