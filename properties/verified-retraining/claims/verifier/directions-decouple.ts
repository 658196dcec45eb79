import { constant, coordinates } from '../../../../theory/verified-retraining/model.ts';
import { equals } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import type { Stratum } from '../../../engine/domain.ts';
import { type Range, within } from '../../../engine/numbers.ts';
import { type OneRound, oneRounds } from '../../domains/one-round.ts';
import { relativeBias } from '../../domains/relative.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { RetrainingTier } from '../../tiers.ts';
import { errorRanges } from '../ranges.ts';

const several = (name: string, bias: Range): Stratum<OneRound, RetrainingTier> => ({
  name,
  settings: (tier) => oneRounds(tier, { bias, halfWidth: [0.85, 2], dimension: [2, tier.maximumDimension] }, [3, 10]),
  holds: ({ setting }) => setting.singularValues.length >= 2 && within(relativeBias(setting), bias),
});

export const directionsDecouple = defineClaim<OneRound>({
  id: 'directions-decouple',
  module: import.meta.url,
  group: 'verifier',
  title: 'After a verified round the estimates along different singular vectors are uncorrelated',
  statements: ['directions-decouple'],
  kind: 'mean',
  decision:
    'The correlation of neighboring directions, from predicted means and sds, is bounded and is proven to lie within ±indifference of 0.',
  domain: {
    description: 'Two directions or more, rotated; R/σ from 0.85 to 2, Δ up to 2σ, n₁ from 3 to 10, n₀ from 4 to 40.',
    strata: [several('unbiased', [0, 0]), several('biased', [0.3, 2])],
  },
  draws: 12,
  mutants: ['shared-noise'],
  check({ setting, kept }, { world: { theory, simulator }, tier, errors, stream }) {
    const dimension = setting.singularValues.length;
    const truth = coordinates(setting, setting.thetaStar);
    const standardized = theory.oneRoundLaw(setting, kept).map(({ mean, variance }, j) => {
      const [low, high] = errorRanges(setting)[j]!;
      const sd = Math.sqrt(variance);
      return { mean, sd, reach: Math.max(mean - truth[j]! - low, high + truth[j]! - mean) / sd };
    });
    // Two directions make one pair. Of more than two, each has two neighbors.
    const pairs = standardized.slice(dimension === 2 ? 1 : 0).map((_, i) => [i, (i + 1) % dimension] as const);
    const comparisons = pairs.map(([i, j]) => {
      const reach = standardized[i]!.reach * standardized[j]!.reach;
      return equals(`Corr(v_${i}ᵀθ̂₁, v_${j}ᵀθ̂₁)`, 0, tier.indifference, [-reach, reach]);
    });
    const sds = comparisons.map(() => 1);
    const run = simulator.prepareRetraining(setting, constant(kept), 1);
    const standard = new Float64Array(dimension);
    return decideMeans(
      comparisons,
      (replicate, out) => {
        const { estimates } = run.run(stream(replicate));
        standardized.forEach(({ mean, sd }, j) => {
          standard[j] = (estimates[dimension + j]! - mean) / sd;
        });
        pairs.forEach(([i, j], column) => {
          out[column] = standard[i]! * standard[j]!;
        });
      },
      { ...errors, maximumReplicates: maximumReplicates(comparisons, sds, errors.falseSupport) },
    );
  },
});
