import { defineClaim } from '../../../engine/claim.ts';
import { atMost } from '../../../engine/decide/comparison.ts';
import { scheduleOf } from '../../domains/growth.ts';
import { manyRounds, type Retraining, ROUNDS } from '../../domains/retraining.ts';
import { decideDistances } from './distances-by-round.ts';
import { holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { squaredDistanceRange } from '../ranges.ts';

/** Accuracy of exactTrajectory in units of σ² a direction, as it states. */
const TRAJECTORY_ACCURACY = 1e-10;

/** Theorem 4.1, at every round. Round 0 is the claim ols-start: its error is unbounded and no verifier has touched it. */
export const convergenceBound = defineClaim<Retraining>({
  id: 'convergence-bound',
  group: 'many-rounds',
  title: `The mean squared distance to the knowledge center stays below Theorem 4.1's bound after every one of ${ROUNDS} rounds`,
  statements: ['thm4.1.bound'],
  kind: 'inequality',
  decision:
    'The exact chain is computed at every round, and the bounded mean of simulated runs bet on at every round, against the bound.',
  domain: manyRounds,
  draws: 8,
  mutants: ['rate-squared-in-noise', 'first-kept-is-real', 'rate-at-truth', 'radius-alone', 'accept-everything'],
  check({ setting, growth }, trial) {
    const { theory } = trial.world;
    const schedule = scheduleOf(growth);
    const bounds = theory.distanceToCenterBound(setting, schedule, ROUNDS);
    const exact = theory.exactTrajectory(setting, schedule, ROUNDS).toCenter;
    const slack = TRAJECTORY_ACCURACY * setting.singularValues.length * setting.noise ** 2;
    const ratios = exact.map((error, k) => (error - slack) / bounds[k]!);
    const computed = holds('largest exact error over its bound', Math.max(...ratios), [0, 1]);
    if (computed.verdict === 'refuted') return outcomeOf([computed], 0);
    const range = squaredDistanceRange(setting);
    const comparisons = bounds.slice(1).map((bound, i) => {
      const expected = Math.min(exact[i + 1]!, bound);
      return atMost(`k = ${i + 1}`, bound, trial.tier.indifference * bound, expected, range);
    });
    const simulated = decideDistances(comparisons, setting, schedule, trial);
    return outcomeOf([computed, ...simulated.comparisons], simulated.replicates);
  },
});
