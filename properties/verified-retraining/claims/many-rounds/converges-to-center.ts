import * as fc from 'fast-check';
import { atMost, equals } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { logUniform } from '../../../engine/numbers.ts';
import { scheduleOf } from '../../domains/growth.ts';
import { type Retraining, retraining } from '../../domains/retraining.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { squaredDistanceRange, squaredSpread } from '../ranges.ts';

/** Some round falls below any share of the initial distance, however small. So the share is drawn too. */
interface Approach extends Retraining {
  readonly share: number;
}

/** More rounds than the bound needs anywhere in the domain: at ρ ≤ 0.77 it takes 10 rounds to 0.5 %, and a few more for the noise of growing n_k. */
const ROUNDS = 60;

const shape = { realSamples: [20, 200], halfWidth: [0.9, 2], rotated: true } as const;

const approach = (...stratum: Parameters<typeof retraining>) => {
  const { name, settings, holds } = retraining(...stratum);
  return {
    name,
    settings: (tier: Parameters<typeof settings>[0]) =>
      fc
        .record({ drawn: settings(tier), share: logUniform(0.01, 0.2) })
        .map(({ drawn, share }): Approach => ({ ...drawn, share })),
    holds,
  };
};

/** The limit of runs with growing n_k (Theorem 4.1). */
export const convergesToCenter = defineClaim<Approach>({
  id: 'converges-to-center',
  module: import.meta.url,
  group: 'many-rounds',
  title:
    'With growing n_k the estimate comes as near to the knowledge center as one may ask, by the round that Theorem 4.1 names',
  statements: ['thm4.1.converges-to-center'],
  kind: 'mean',
  decision:
    'A share of the initial mean squared distance is drawn; at the round where the bound falls below that share, simulated runs are bet on against the share and against the exact chain.',
  domain: {
    description:
      'Every |b_j| from σ to 2σ, R/σ from 0.9 to 2, n_k growing from 10 to 30 samples on, a share from 1 to 20 %.',
    strata: [
      approach('linear n', 'linear', { first: [10, 30], step: [5, 20] }, { ...shape, bias: [1, 2] }),
      approach('geometric n', 'geometric', { first: [10, 30], ratio: [1.15, 1.3] }, { ...shape, bias: [1, 2] }),
    ],
  },
  draws: 12,
  mutants: ['accept-everything', 'verifier-at-origin', 'window-at-estimate'],
  check({ setting, growth, share }, { world: { theory, simulator }, tier, errors, stream }) {
    const schedule = scheduleOf(growth);
    const bounds = theory.distanceToCenterBound(setting, schedule, ROUNDS);
    const limit = share * bounds[0]!;
    const below = bounds.findIndex((bound) => bound <= limit);
    const rounds = below < 0 ? ROUNDS : below;
    const expected = theory.exactTrajectory(setting, schedule, rounds).toCenter[rounds]!;
    const computed = holds(`exact error, k = ${rounds}`, expected, [0, limit]);
    if (computed.verdict === 'refuted') return outcomeOf([computed], 0);
    const range = squaredDistanceRange(setting);
    const comparisons = [
      atMost(`‖θ̂_k−θ_c‖², k = ${rounds}, share`, limit, tier.indifference * limit, expected, range),
      equals(`‖θ̂_k−θ_c‖², k = ${rounds}, exact`, expected, tier.indifference * expected, range),
    ];
    const sds = comparisons.map(() => squaredSpread(expected));
    const run = simulator.prepareRetraining(setting, schedule, rounds);
    return decideMeans(
      comparisons,
      (replicate, out) => {
        out.fill(run.run(stream(replicate)).toCenter[rounds]!);
      },
      { ...errors, maximumReplicates: maximumReplicates(comparisons, sds, errors.falseSupport) },
    );
  },
});
