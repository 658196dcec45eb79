import { atMost } from '../../../engine/decide/comparison.ts';
import { holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { scheduleOf } from '../../domains/growth.ts';
import { manyRounds, type Retraining, ROUNDS } from '../../domains/retraining.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { squaredDistanceRange } from '../ranges.ts';
import { decideDistances } from './distances-by-round.ts';

/** Accuracy that exactTrajectory states, in units of σ² for each direction. */
const TRAJECTORY_ACCURACY = 1e-10;

/** Theorem 4.1, at every round from the first. The start is the claim `ols-start`: its error is unbounded, and no verifier has acted yet. */
export const convergenceBound = defineClaim<Retraining>({
  id: 'convergence-bound',
  module: import.meta.url,
  group: 'many-rounds',
  title: `The mean squared distance to the knowledge center stays below Theorem 4.1's bound after every one of ${ROUNDS} rounds`,
  statements: ['thm4.1.bound'],
  kind: 'inequality',
  decision:
    'At every round the exact chain is computed and held against the bound, and so is the bounded mean of simulated runs by betting.',
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
