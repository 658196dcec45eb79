import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { scheduleOf } from '../../domains/growth.ts';
import { type Retraining, retraining } from '../../domains/retraining.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { squaredErrorRange, squaredSpread } from '../ranges.ts';
import { settles, settlesAt } from './settles.ts';

/** Enough rounds to settle within 0.5 % of Δ² anywhere in the domain: 2ρ^k = 0.005 takes 24 at ρ = 0.77, and the noise of linear n_k a few more. */
const ROUNDS = 40;

const shape = { realSamples: [20, 200], halfWidth: [0.9, 2], rotated: true, bias: [0.7, 2] } as const;

/** The limit of growing n_k is θ_c, at the distance Δ from θ* (Theorem 4.1). */
export const notToTruth = defineClaim<Retraining>({
  id: 'not-to-truth',
  module: import.meta.url,
  group: 'many-rounds',
  title: 'With growing n_k and a biased verifier the mean squared error settles at Δ², not at 0',
  statements: ['thm4.1.not-to-truth'],
  kind: 'mean',
  decision:
    'The bounded mean squared error is bet on at the round from which on the exact chain stays within a quarter of the zone around Δ².',
  domain: {
    description: 'Every |b_j| from 0.7σ to 2σ, R/σ from 0.9 to 2, n_k growing from 20 to 60 samples on.',
    strata: [
      retraining('linear n', 'linear', { first: [20, 60], step: [30, 60] }, shape),
      retraining('geometric n', 'geometric', { first: [20, 60], ratio: [1.15, 1.3] }, shape),
    ],
  },
  draws: 8,
  mutants: ['labels-from-truth', 'real-data-kept', 'accept-everything', 'verifier-at-origin'],
  check({ setting, growth }, { world: { theory, simulator }, tier, errors, stream }) {
    const schedule = scheduleOf(growth);
    const limit = theory.bias(setting) ** 2;
    const zone = tier.indifference * limit;
    const { toCenter, toTruth } = theory.exactTrajectory(setting, schedule, ROUNDS);
    const { round, ending } = settles('to θ*', toTruth, limit, zone);
    if (ending.verdict === 'refuted') return outcomeOf([ending], 0);
    const rounds = Math.max(1, round);
    // ‖θ̂−θ*‖² = Δ² + 2(θ_c−θ*)ᵀe + ‖e‖², e = θ̂ − θ_c: its sd is at most the sum of the sds of the last two terms.
    const distance = toCenter[rounds]!;
    const sd = 2 * Math.sqrt(limit * distance) + squaredSpread(distance);
    const comparisons = [
      settlesAt(`‖θ̂_k−θ*‖² at Δ², k = ${rounds}`, limit, zone, toTruth[rounds]!, squaredErrorRange(setting)),
    ];
    const run = simulator.prepareRetraining(setting, schedule, rounds);
    return decideMeans(
      comparisons,
      (replicate, out) => {
        out[0] = run.run(stream(replicate)).toTruth[rounds]!;
      },
      { ...errors, maximumReplicates: maximumReplicates(comparisons, [sd], errors.falseSupport) },
    );
  },
});
