import { defineClaim } from '../claim.ts';
import { atMost } from '../decide/comparison.ts';
import { decideMeans } from '../decide/decide-means.ts';
import { scheduleOf } from '../domains/growth.ts';
import { manyRounds, type Retraining, ROUNDS } from '../domains/retraining.ts';
import { squaredDistanceRange } from './center-ranges.ts';
import { holds, outcomeOf } from './exactly.ts';
import { maximumReplicates } from './replicates.ts';

/** Accuracy of exactTrajectory in units of σ² a direction, as it states. */
const TRAJECTORY_ACCURACY = 1e-10;

/** Theorem 4.1, at every round. Round 0 is the claim ols-start: its error is unbounded and no verifier has touched it. */
export const convergenceBound = defineClaim<Retraining>({
  id: 'convergence-bound',
  group: 'many-rounds',
  title: `The mean squared distance to the knowledge center stays below Theorem 4.1's bound after every one of ${ROUNDS} rounds.`,
  statements: ['thm4.1.bound'],
  kind: 'inequality',
  decision:
    'The exact chain is computed at every round, and the bounded mean of simulated runs bet on at every round, against the bound.',
  domain: manyRounds,
  draws: 4,
  mutants: ['rate-squared-in-noise', 'first-kept-is-real', 'rate-at-truth', 'radius-alone', 'accept-everything'],
  check({ setting, growth }, { world: { theory, simulator }, tier, errors, stream }) {
    const schedule = scheduleOf(growth);
    const bounds = theory.distanceToCenterBound(setting, schedule, ROUNDS);
    const exact = theory.exactTrajectory(setting, schedule, ROUNDS).toCenter;
    const slack = TRAJECTORY_ACCURACY * setting.singularValues.length * setting.noise ** 2;
    const ratios = exact.map((error, k) => (error - slack) / bounds[k]!);
    const computed = holds('largest exact error over its bound', Math.max(...ratios), [0, 1]);
    if (computed.verdict === 'refuted') return outcomeOf([computed], 0);
    const range = squaredDistanceRange(setting);
    const rounds = Array.from({ length: ROUNDS }, (_, k) => k + 1);
    const expected = rounds.map((k) => Math.min(exact[k]!, bounds[k]!));
    const margins = rounds.map((k) => tier.indifference * bounds[k]!);
    const run = simulator.prepareRetraining(setting, schedule, ROUNDS);
    const simulated = decideMeans(
      rounds.map((k, i) => atMost(`k = ${k}`, bounds[k]!, margins[i]!, expected[i]!, range)),
      (replicate, out) => {
        const { toCenter } = run.run(stream(replicate));
        for (let i = 0; i < ROUNDS; i += 1) out[i] = toCenter[i + 1]!;
      },
      {
        ...errors,
        // A squared distance in Gaussian directions has an sd of at most √2 times its mean.
        maximumReplicates: maximumReplicates(
          errors.falseSupport,
          expected.map((mean, i) => ({ sd: Math.SQRT2 * mean, margin: margins[i]!, range })),
        ),
      },
    );
    return outcomeOf([computed, ...simulated.comparisons], simulated.replicates);
  },
});
