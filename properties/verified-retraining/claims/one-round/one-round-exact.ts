import { constant } from '../../../../theory/verified-retraining/model.ts';
import { equals } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { type OneRound, oneRoundStrata } from '../../domains/one-round.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { squaredErrorRange, squaredSpread } from '../ranges.ts';

export const oneRoundExact = defineClaim<OneRound>({
  id: 'one-round-exact',
  module: import.meta.url,
  group: 'one-round',
  title:
    'After one verified round E‖θ̂₁−θ*‖² is the exact value that the theory gives, in the block design and along the standard basis',
  statements: ['one-round-exact'],
  kind: 'mean',
  decision:
    'The mean squared error of simulated rounds lies within the indifference zone of the exact value; it is bounded, because θ̂₁ lies in the window.',
  domain: {
    description: 'Rounds with n₀ and n₁ from 1 to 120, R/σ from 0.82 to 3.5, Δ up to 2.5σ, rotated singular vectors.',
    strata: oneRoundStrata,
  },
  draws: 2 * oneRoundStrata.length,
  mutants: [
    'no-allowance',
    'allowance-is-sigma',
    'one-sided',
    'clipping',
    'window-at-estimate',
    'labels-from-truth',
    'proposals-counted',
    'real-data-kept',
    'accept-everything',
    'accept-complement',
    'sigma-is-one',
    'verifier-at-origin',
  ],
  check({ setting, kept }, { world: { theory, simulator }, tier, errors, stream }) {
    const designs = ['block', 'standard-basis'] as const;
    const runs = designs.map((design) => simulator.prepareRetraining(setting, constant(kept), 1, { design }));
    const comparisons = designs.map((design) => {
      // Along the standard basis a round has the errors of an equivalent block setting.
      const seen = design === 'block' ? setting : theory.standardBasisSetting(setting);
      const { exact } = theory.oneRoundMse(seen, kept);
      return equals(`E‖θ̂₁−θ*‖², ${design}`, exact, tier.indifference * exact, squaredErrorRange(seen));
    });
    const sds = comparisons.map(({ expected }) => squaredSpread(expected));
    return decideMeans(
      comparisons,
      (replicate, out) => {
        const random = stream(replicate);
        runs.forEach((run, column) => {
          out[column] = run.run(random).toTruth[1]!;
        });
      },
      { ...errors, maximumReplicates: maximumReplicates(comparisons, sds, errors.falseSupport) },
    );
  },
});
