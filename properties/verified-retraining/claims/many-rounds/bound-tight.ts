import { meanAbsoluteNoise } from '../../../../theory/verified-retraining/model.ts';
import { atLeast } from '../../../engine/decide/comparison.ts';
import { holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { scheduleOf } from '../../domains/growth.ts';
import { type Retraining, retraining } from '../../domains/retraining.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { squaredDistanceRange } from '../ranges.ts';
import { decideDistances } from './distances-by-round.ts';

const ROUNDS = 20;
/** The share of its bound that the error reaches, as the statement has it. */
const SHARE = 0.95;

/** Widest window at the authors' allowance: r ≤ σ/2, so R/σ ≤ 1.298 and ρ ≤ 0.447. */
const WIDEST = 0.5 + meanAbsoluteNoise(1);
/** At least 20 real samples: with fewer, θ̂₀ spreads so far that T bends. */
const shape = { realSamples: [20, 200], halfWidth: [0.81, WIDEST], rotated: true } as const;
const kept = { first: [20, 30], ratio: [1.01, 1.03], rounds: ROUNDS } as const;

/** Theorem 4.1 is an equality to first order (derived). */
export const boundTight = defineClaim<Retraining>({
  id: 'bound-tight',
  module: import.meta.url,
  group: 'many-rounds',
  title: `For a strict, mildly biased verifier Theorem 4.1's bound is nearly attained: the mean squared distance is at least ${SHARE} of it`,
  statements: ['thm4.1.tightness'],
  kind: 'inequality',
  decision: 'After every round the exact chain is computed, and the bounded mean of simulated runs is bet on.',
  domain: {
    description: `Windows with ρ < 0.5 and r ≤ 0.5σ, every |b_j| ≤ 0.3σ (each direction counts by itself), every n_k ≥ 20, n₀ ≥ 20; ${ROUNDS} rounds.`,
    strata: [
      retraining('unbiased, constant n', 'constant', kept, { ...shape, bias: [0, 0] }),
      retraining('biased, growing n', 'geometric', kept, { ...shape, bias: [0.05, 0.3] }),
      retraining('biased, random n', 'random', kept, { ...shape, bias: [0.05, 0.3] }),
    ],
  },
  draws: 9,
  mutants: ['rate-not-squared', 'samples-reused', 'no-allowance'],
  check({ setting, growth }, trial) {
    const { theory } = trial.world;
    const schedule = scheduleOf(growth);
    const bounds = theory.distanceToCenterBound(setting, schedule, ROUNDS);
    const exact = theory.exactTrajectory(setting, schedule, ROUNDS).toCenter;
    const smallest = Math.min(...exact.map((error, k) => error / bounds[k]!));
    const computed = holds('smallest exact error over its bound', smallest, [SHARE, Number.POSITIVE_INFINITY]);
    if (computed.verdict === 'refuted') return outcomeOf([computed], 0);
    const range = squaredDistanceRange(setting);
    const comparisons = exact.slice(1).map((expected, i) => {
      const limit = SHARE * bounds[i + 1]!;
      return atLeast(`k = ${i + 1}`, limit, trial.tier.indifference * limit, expected, range);
    });
    const simulated = decideDistances(comparisons, setting, schedule, trial);
    return outcomeOf([computed, ...simulated.comparisons], simulated.replicates);
  },
});
