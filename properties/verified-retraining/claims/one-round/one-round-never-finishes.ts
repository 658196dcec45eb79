import { constant } from '../../../../theory/verified-retraining/model.ts';
import { atLeast } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { exactly, outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import type { Stratum } from '../../../engine/domain.ts';
import { type Range, within } from '../../../engine/numbers.ts';
import { type OneRound, oneRounds } from '../../domains/one-round.ts';
import { relativeBias, relativeHalfWidth } from '../../domains/relative.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { RetrainingTier } from '../../tiers.ts';
import { squaredErrorRange, squaredSpread } from '../ranges.ts';

/**
 * n₀ = 2/indifference makes μ² ≥ 0.49·n₀ ≥ 0.98/indifference. The next order is a share −κ₄/(m₂μ²) of the floor, at most 0.5/μ² for R/σ ≤ 2.2,
 * and so at most half of the indifference zone. n₁ from 20·n₀ to 40·n₀ stands for ∞: a finite n₁ only adds to the error.
 */
const perfect = (name: string, halfWidth: Range): Stratum<OneRound, RetrainingTier> => ({
  name,
  settings: ({ indifference, ...tier }) => {
    const realSamples = Math.round(2 / indifference);
    const shape = { bias: [0, 0], halfWidth, realSamples: [realSamples, realSamples] } as const;
    return oneRounds({ indifference, ...tier }, shape, [20 * realSamples, 40 * realSamples]);
  },
  holds: ({ setting, kept }) =>
    relativeBias(setting) === 0 &&
    within(relativeHalfWidth(setting), halfWidth) &&
    kept >= 10 * Math.max(...setting.singularValues) ** 2,
});

export const oneRoundNeverFinishes = defineClaim<OneRound>({
  id: 'one-round-never-finishes',
  module: import.meta.url,
  group: 'one-round',
  title: 'A perfect verifier with n₁ → ∞ still leaves σ²Σm₂²/μ² after one round, to relative order 1/μ²',
  statements: ['thm3.1.never-finishes'],
  kind: 'inequality',
  decision:
    'The limit n₁ = ∞ is computed and held against the floor; the error of simulated rounds with n₁ ≥ 10μ² is proven not to fall below that limit.',
  domain: {
    description:
      'An unbiased verifier, R/σ from 0.85 to 2.2, and μ² so large that the next order, at most 0.5/μ² of the floor, fits twice into the zone.',
    strata: [perfect('strict', [0.85, 1.2]), perfect('lenient', [1.5, 2.2])],
  },
  draws: 12,
  mutants: ['labels-from-truth'],
  check({ setting, kept }, { world: { theory, simulator }, tier, errors, stream }) {
    const { indifference } = tier;
    const floor = theory.oneRoundFloor(setting);
    const limit = theory.oneRoundMse(setting, Number.POSITIVE_INFINITY).exact;
    const computed = exactly('E‖θ̂₁−θ*‖² at n₁ = ∞', floor, limit, indifference * floor);
    const { exact } = theory.oneRoundMse(setting, kept);
    const comparisons = [atLeast('E‖θ̂₁−θ*‖²', limit, indifference * floor, exact, squaredErrorRange(setting))];
    const run = simulator.prepareRetraining(setting, constant(kept), 1);
    const decision = decideMeans(
      comparisons,
      (replicate, out) => {
        out[0] = run.run(stream(replicate)).toTruth[1]!;
      },
      { ...errors, maximumReplicates: maximumReplicates(comparisons, [squaredSpread(exact)], errors.falseSupport) },
    );
    return outcomeOf([computed, ...decision.comparisons], decision.replicates);
  },
});
