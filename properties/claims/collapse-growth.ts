import * as fc from 'fast-check';
import { constant, geometric, linear, type Schedule, type Setting } from '../../theory/model.ts';
import { defineClaim } from '../claim.ts';
import { equals } from '../decide/comparison.ts';
import { decideMeans } from '../decide/decide-means.ts';
import { logUniformWhole, uniform } from '../domains/numbers.ts';
import { settings } from '../domains/settings.ts';
import type { Tier } from '../tier.ts';
import { exactly, outcomeOf } from './exactly.ts';
import { maximumReplicates } from './replicates.ts';

type Growth = 'constant' | 'linear' | 'geometric';

interface Unverified {
  readonly setting: Setting;
  readonly growth: Growth;
  readonly kept: number;
  readonly ratio: number;
}

const ROUNDS = 12;

const schedules: Record<Growth, (kept: number, ratio: number) => Schedule> = {
  constant: (kept) => constant(kept),
  linear: (kept) => linear(kept, kept),
  geometric: (kept, ratio) => geometric(kept, ratio),
};

export const collapseGrowth = defineClaim<Unverified>({
  id: 'collapse-growth',
  group: 'collapse',
  title: 'Without a verifier E‖θ̂_k−θ*‖² = σ²(Σμ⁻² + pΣ1/n_i) at every round, linear in k at constant n',
  statements: ['collapse.growth'],
  kind: 'mean',
  decision:
    'simulated squared error against the formula at every round (unbounded, hence asymptotic); equal steps of the formula at constant n',
  domain: {
    description: 'unverified block design, n_0 from 4 to 20 accepted samples a direction, twelve rounds',
    regimes: (Object.keys(schedules) as Growth[]).map((growth) => ({
      name: `${growth} n`,
      settings: ({ maximumDimension }: Tier) =>
        fc.record({
          setting: settings({
            dimension: [1, maximumDimension],
            realSamples: [10, 60],
            halfWidth: [1, 2],
            bias: [0, 1],
            rotated: true,
          }),
          growth: fc.constant(growth),
          kept: logUniformWhole(4, 20),
          ratio: uniform(1.1, 1.3),
        }),
      holds: (setting: Unverified) => setting.growth === growth,
    })),
  },
  draws: 6,
  mutants: [
    'pooled-growth',
    'cumulative-pooling',
    'samples-reused',
    'real-data-kept',
    'labels-from-truth',
    'sigma-is-one',
  ],
  check({ setting, growth, kept, ratio }, trial) {
    const schedule = schedules[growth](kept, ratio);
    const predicted = trial.world.theory.unverifiedError(setting, schedule, ROUNDS);
    const step = predicted[1]! - predicted[0]!;
    const linearity =
      growth === 'constant'
        ? predicted
            .slice(1)
            .map((error, k) =>
              exactly(`step ${k} of the formula`, step, error - predicted[k]!, 1e-9 * predicted[ROUNDS]!),
            )
        : [];
    const comparisons = predicted.map((error, k) =>
      equals(`error after round ${k}`, error, trial.tier.indifference * error),
    );
    // The error is at most as spread as one squared normal: its sd is √2 times its mean.
    const spreads = predicted.map((error) => ({ sd: Math.SQRT2 * error, margin: trial.tier.indifference * error }));
    const run = trial.world.simulator.prepareRetraining(setting, schedule, ROUNDS, { verified: false });
    const decision = decideMeans(comparisons, (replicate, out) => out.set(run.run(trial.stream(replicate)).toTruth), {
      ...trial.errors,
      maximumReplicates: maximumReplicates(trial.errors.falseSupport, spreads),
    });
    return outcomeOf([...linearity, ...decision.comparisons], decision.replicates);
  },
});
