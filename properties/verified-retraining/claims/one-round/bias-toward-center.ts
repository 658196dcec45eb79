import * as fc from 'fast-check';
import { constant, coordinates, type Setting } from '../../../../theory/verified-retraining/model.ts';
import { antithetic } from '../../../engine/decide/antithetic.ts';
import { equals } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { logUniformWhole, type Range } from '../../../engine/numbers.ts';
import { offsets, settingsWithOffsets } from '../../domains/offsets.ts';
import type { OneRound } from '../../domains/one-round.ts';
import type { SettingShape } from '../../domains/settings.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { RetrainingTier } from '../../tiers.ts';
import { errorRanges } from '../ranges.ts';

const rounds = (tier: RetrainingTier, range: Range, shape: Partial<SettingShape> = {}, firstUnbiased = false) =>
  fc.record({
    setting: settingsWithOffsets(
      { dimension: [1, tier.maximumDimension], realSamples: [4, 40], halfWidth: [0.85, 1.8], rotated: true, ...shape },
      range,
      firstUnbiased,
    ),
    kept: logUniformWhole(4, 40),
  });

/** A share of σ far above the rounding of coordinates along rotated directions, and far below any offset that is drawn. */
const ROUNDING = 1e-9;

/** Whether the verifier is unbiased along a direction with this b_j. */
const unbiased = (setting: Setting, offset: number) => Math.abs(offset) < ROUNDING * setting.noise;

/** The smallest |b_j| that is not 0, in y per x. */
const smallest = (setting: Setting) =>
  Math.min(
    ...offsets(setting)
      .map(Math.abs)
      .filter((size) => !unbiased(setting, size)),
  );

export const biasTowardCenter = defineClaim<OneRound>({
  id: 'bias-toward-center',
  module: import.meta.url,
  group: 'one-round',
  title:
    'In every biased direction E v_jᵀθ̂₁ has its predicted value, strictly between v_jᵀθ* and v_jᵀθ_c; in others v_jᵀθ̂₁ is as often above v_jᵀθ* as below',
  statements: ['thm3.1.bias'],
  kind: 'mean',
  decision:
    'The mean of v_jᵀ(θ̂₁−θ*) is bounded and lies in a zone that ends well short of 0 and of b_j: the indifference share of the smaller of the two distances.',
  domain: {
    description: 'Each direction has an offset |b_j| from 0.3σ to 2σ, or none; R/σ from 0.85 to 1.8.',
    strata: [
      {
        name: 'mild offsets',
        settings: (tier) => rounds(tier, [0.3, 0.7]),
        holds: ({ setting }) => smallest(setting) < 0.701 * setting.noise,
      },
      {
        name: 'strong offsets',
        settings: (tier) => rounds(tier, [1, 2]),
        holds: ({ setting }) => smallest(setting) > 0.999 * setting.noise,
      },
      {
        name: 'a direction without bias',
        settings: (tier) =>
          rounds(tier, [0.3, 1.5], { dimension: [Math.min(2, tier.maximumDimension), tier.maximumDimension] }, true),
        holds: ({ setting }) => offsets(setting).some((offset) => unbiased(setting, offset)),
      },
    ],
  },
  draws: 18,
  mutants: ['window-at-estimate', 'accept-everything', 'verifier-at-origin', 'no-allowance', 'accept-complement'],
  check({ setting, kept }, { world: { theory, simulator }, tier, errors, ...streams }) {
    const truth = coordinates(setting, setting.thetaStar);
    const law = theory.oneRoundLaw(setting, kept);
    const ranges = errorRanges(setting);
    const between = offsets(setting).flatMap((offset, j) => {
      const share = (law[j]!.mean - truth[j]!) / offset;
      const strictly = [ROUNDING, 1 - ROUNDING] as const;
      return unbiased(setting, offset)
        ? []
        : [holds(`predicted share of the way to the center along v_${j}`, share, strictly)];
    });
    if (between.some(({ verdict }) => verdict === 'refuted')) return outcomeOf(between, 0);
    const directions = offsets(setting).map((offset, j) => {
      const name = `E v_${j}ᵀ(θ̂₁−θ*)`;
      if (unbiased(setting, offset))
        return { side: true, comparison: equals(`P(v_${j}ᵀθ̂₁ > v_${j}ᵀθ*)`, 1 / 2, tier.indifference / 2, [0, 1]) };
      const shift = law[j]!.mean - truth[j]!;
      const margin = tier.indifference * Math.min(Math.abs(shift), Math.abs(offset - shift));
      return { side: false, comparison: equals(name, shift, margin, ranges[j]!) };
    });
    const comparisons = directions.map(({ comparison }) => comparison);
    const sds = directions.map(({ side }, j) => (side ? 1 / 2 : Math.sqrt(law[j]!.variance)));
    const run = simulator.prepareRetraining(setting, constant(kept), 1);
    const decision = decideMeans(
      comparisons,
      antithetic(streams, comparisons.length, (stream, out) => {
        const { estimates } = run.run(stream);
        directions.forEach(({ side }, j) => {
          const error = estimates[directions.length + j]! - truth[j]!;
          out[j] = side ? Number(error > 0) : error;
        });
      }),
      { ...errors, maximumReplicates: maximumReplicates(comparisons, sds, errors.falseSupport) },
    );
    return outcomeOf([...between, ...decision.comparisons], decision.replicates);
  },
});
