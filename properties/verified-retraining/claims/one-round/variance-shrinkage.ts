import { constant, coordinates } from '../../../../theory/verified-retraining/model.ts';
import { type Comparison, equals, isAbove } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import type { Stratum } from '../../../engine/domain.ts';
import type { Range } from '../../../engine/numbers.ts';
import { type OneRound, oneRounds } from '../../domains/one-round.ts';
import { relativeBias, relativeHalfWidth } from '../../domains/relative.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { RetrainingTier } from '../../tiers.ts';
import { errorRanges, squaredSpread } from '../ranges.ts';

/**
 * Rounds with n₁ ≥ 4μ_j² in every direction and R/σ ≤ 1.6, where ρ ≤ 0.61. Since Var v_jᵀθ̂₁ ≤ σ²(ρ²/μ_j² + ρ/n₁), the variance falls by
 * 1 − 0.61² − 0.61/4 = 47 % or more.
 */
const plentiful = (
  name: string,
  bias: Range,
  holds: Stratum<OneRound, RetrainingTier>['holds'],
): Stratum<OneRound, RetrainingTier> => ({
  name,
  settings: (tier) => oneRounds(tier, { bias, halfWidth: [0.85, 1.6], realSamples: [1, 3] }, [24, 40]),
  holds: (round) => holds(round) && round.kept >= 4 * Math.max(...round.setting.singularValues) ** 2,
});

/**
 * Rounds whose sample variance is one observation. For m normal rounds the variance of a sample variance is 2/(m−1) of the square of its mean. Times the cost
 * m of the rounds this is 4 for pairs and 2 in the limit of many; at m = 8 it is within a seventh of that limit.
 */
const GROUP = 8;

/** Few synthetic labels in a wide window: the variance has its predicted value, which is above the variance of the real fit. */
const scarce: Stratum<OneRound, RetrainingTier> = {
  name: 'few synthetic labels',
  settings: (tier) => oneRounds(tier, { bias: [0, 1], halfWidth: [1.5, 2.5], realSamples: [10, 20] }, [1, 4]),
  holds: ({ setting, kept }) => kept <= 4 && relativeHalfWidth(setting) >= 1.49,
};

export const varianceShrinkage = defineClaim<OneRound>({
  id: 'variance-shrinkage',
  module: import.meta.url,
  group: 'one-round',
  title: 'Accepted noise has m₂ < 1; Var v_jᵀθ̂₁ is its predicted value, and below Var v_jᵀθ̂₀ where that is predicted',
  statements: ['thm3.1.variance-shrinkage'],
  kind: 'ordering',
  decision:
    'The variance m₂ is computed; sample variances of eight independent rounds, which are bounded, are held against the predicted variance and that of the real fit.',
  domain: {
    description:
      'Rounds with n₁ ≥ 4μ_j² and R/σ ≤ 1.6, where the variance falls by 47 % or more in every direction; and rounds with n₁ ≤ 4, where the variance need not fall.',
    strata: [
      plentiful('unbiased', [0, 0], ({ setting }) => relativeBias(setting) === 0),
      plentiful('biased', [0.5, 2], ({ setting }) => relativeBias(setting) > 0.499),
      scarce,
    ],
  },
  draws: 12,
  mutants: ['accept-everything', 'no-allowance', 'proposals-counted', 'window-at-estimate', 'sigma-is-one'],
  check({ setting, kept }, { world: { theory, simulator }, tier, errors, stream }) {
    const { indifference } = tier;
    const truth = coordinates(setting, setting.thetaStar);
    const shrinks = theory.windows(setting).map((window, j) => {
      const { alpha, beta } = theory.standardized(window, truth[j]!);
      return holds(`m₂ along v_${j}`, theory.truncatedNormalMoments(alpha, beta).variance, [0, 1 - Number.EPSILON]);
    });
    const ranges = errorRanges(setting);
    // The sample variance of numbers within ±w/2 is largest when half of them lie at each end.
    const most = ranges.map(([low, high]) => ((high - low) ** 2 / 4) * (GROUP / (GROUP - 1)));
    const law = theory.oneRoundLaw(setting, kept);
    const columns = law.flatMap(({ variance }, j): { direction: number; comparison: Comparison; gain?: number }[] => {
      const baseline = (setting.noise / setting.singularValues[j]!) ** 2;
      const effect = baseline - variance;
      const predicted = {
        direction: j,
        comparison: equals(`Var v_${j}ᵀθ̂₁`, variance, indifference * variance, [0, most[j]!]),
      };
      // An effect smaller than the indifference zone of the variance itself cannot be told from no effect.
      if (effect <= indifference * baseline) return [predicted];
      const range = [baseline - most[j]!, baseline] as const;
      const gain = isAbove(`Var v_${j}ᵀθ̂₀ − Var v_${j}ᵀθ̂₁`, 0, effect, indifference, range);
      return [predicted, { direction: j, comparison: gain, gain: baseline }];
    });
    const comparisons = columns.map(({ comparison }) => comparison);
    const sds = columns.map(({ direction }) => squaredSpread(law[direction]!.variance) / Math.sqrt(GROUP - 1));
    const run = simulator.prepareRetraining(setting, constant(kept), 1);
    const dimension = setting.singularValues.length;
    const rounds = new Float64Array(GROUP * dimension);
    const decision = decideMeans(
      comparisons,
      (replicate, out) => {
        const random = stream(replicate);
        for (let at = 0; at < rounds.length; at += dimension) {
          const { estimates } = run.run(random);
          for (let j = 0; j < dimension; j += 1) rounds[at + j] = estimates[dimension + j]!;
        }
        columns.forEach(({ direction, gain }, column) => {
          const variance = sampleVariance(rounds, direction, dimension);
          out[column] = gain === undefined ? variance : gain - variance;
        });
      },
      { ...errors, maximumReplicates: maximumReplicates(comparisons, sds, errors.falseSupport) },
    );
    return outcomeOf([...shrinks, ...decision.comparisons], decision.replicates);
  },
});

/** Unbiased variance of every `stride`-th number from `first` on. */
function sampleVariance(numbers: Float64Array, first: number, stride: number): number {
  const count = numbers.length / stride;
  let mean = 0;
  for (let at = first; at < numbers.length; at += stride) mean += numbers[at]! / count;
  let squares = 0;
  for (let at = first; at < numbers.length; at += stride) squares += (numbers[at]! - mean) ** 2;
  return squares / (count - 1);
}
