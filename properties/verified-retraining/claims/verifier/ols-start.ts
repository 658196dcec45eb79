import * as fc from 'fast-check';
import { settingFromDesign } from '../../../../sim/verified-retraining/regression/index.ts';
import { constant, coordinates, type Setting } from '../../../../theory/verified-retraining/model.ts';
import { equals } from '../../../engine/decide/comparison.ts';
import { decideDistribution } from '../../../engine/decide/decide-distribution.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import type { Stratum } from '../../../engine/domain.ts';
import { logUniform, type Range, uniform } from '../../../engine/numbers.ts';
import { settings } from '../../domains/settings.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { RetrainingTier } from '../../tiers.ts';
import { squaredSpread } from '../ranges.ts';

/** A real design X₀ by rows, in x, and the setting with the spectrum of X₀. */
interface RealFit {
  readonly setting: Setting;
  readonly realDesign: readonly (readonly number[])[];
}

const realFits = (dimension: number, [fewest, most]: Range): fc.Arbitrary<RealFit> =>
  fc.integer({ min: dimension + fewest, max: dimension + most }).chain((rows) =>
    fc
      .record({
        rest: settings({ dimension: [dimension, dimension], realSamples: [1, 1], halfWidth: [1, 2], bias: [0, 1] }),
        scale: logUniform(0.3, 3),
        entries: fc.array(fc.array(uniform(-1, 1), { minLength: dimension, maxLength: dimension }), {
          minLength: rows,
          maxLength: rows,
        }),
      })
      .map(({ rest, scale, entries }) => {
        // A row along each axis gives X₀ full rank, whatever else is drawn.
        const realDesign = entries.map((row, i) => row.map((value, j) => scale * (i === j ? value + 2 : value)));
        return { realDesign, setting: settingFromDesign(realDesign, rest) };
      }),
  );

const strata: readonly Stratum<RealFit, RetrainingTier>[] = [
  {
    name: 'p = 1',
    settings: () => realFits(1, [1, 20]),
    holds: ({ setting }) => setting.singularValues.length === 1,
  },
  {
    name: 'many directions, few rows',
    settings: (tier) => realFits(tier.maximumDimension, [0, 3]),
    holds: ({ setting, realDesign }) => realDesign.length <= setting.singularValues.length + 3,
  },
  {
    name: 'many directions, many rows',
    settings: (tier) => realFits(tier.maximumDimension, [10, 20]),
    holds: ({ setting, realDesign }) => realDesign.length >= setting.singularValues.length + 10,
  },
];

export const olsStart = defineClaim<RealFit>({
  id: 'ols-start',
  module: import.meta.url,
  group: 'verifier',
  title:
    'Least squares on real data: E‖θ̂₀−θ*‖² = σ²Σμ_j⁻², v_jᵀθ̂₀ are independent N(v_jᵀθ*, σ²/μ_j²), and the fast path has the same law',
  statements: ['ols-start'],
  kind: 'mean',
  decision:
    'Mean squared errors of fits to drawn labels and of draws from the exact law are held against σ²Σμ_j⁻² (unbounded, hence asymptotic); the sum of the standardized errors lies within a DKW band.',
  domain: { description: 'X₀ is drawn with p to p + 20 rows of independent entries, on scales from 0.3 to 3.', strata },
  draws: 12,
  mutants: ['sigma-is-one'],
  check({ setting, realDesign }, { world: { theory, simulator }, tier, errors, stream }) {
    const { singularValues, noise, thetaStar } = setting;
    const { baseline } = theory.oneRoundMse(setting, 1);
    const rootDimension = Math.sqrt(singularValues.length);
    const truth = coordinates(setting, thetaStar);
    const starts = [
      { name: 'fit', run: simulator.prepareRetraining(setting, constant(1), 0, { start: realDesign }) },
      { name: 'exact law', run: simulator.prepareRetraining(setting, constant(1), 0, { start: 'exact-law' }) },
    ];
    // The squared errors of both starts are one decision, and the law of each start is another: they share the probability of a false refutation.
    const share = { ...errors, falseRefutation: errors.falseRefutation / (1 + starts.length) };
    const comparisons = starts.map(({ name }) => equals(`E‖θ̂₀−θ*‖², ${name}`, baseline, tier.indifference * baseline));
    const sds = comparisons.map(({ expected }) => squaredSpread(expected));
    const squares = decideMeans(
      comparisons,
      (replicate, out) => {
        const random = stream(replicate);
        starts.forEach(({ run }, column) => {
          out[column] = run.run(random).toTruth[0]!;
        });
      },
      { ...share, maximumReplicates: maximumReplicates(comparisons, sds, errors.falseSupport) },
    );
    const laws = starts.map(({ name, run }) =>
      decideDistribution(
        { name: `law of Σ_j v_jᵀ(θ̂₀−θ*)μ_j/σ√p, ${name}`, cdf: normalDistribution, margin: tier.indifference },
        (replicate) => {
          const { estimates } = run.run(stream(replicate));
          return (
            singularValues.reduce((sum, mu, j) => sum + (estimates[j]! - truth[j]!) * mu, 0) / (noise * rootDimension)
          );
        },
        share,
      ),
    );
    return outcomeOf(
      [...squares.comparisons, ...laws.map(({ comparison }) => comparison)],
      laws.reduce((sum, { replicates }) => sum + replicates, squares.replicates),
    );

    /** Φ. */
    function normalDistribution(z: number): number {
      return Math.exp(theory.truncatedNormalMoments(Number.NEGATIVE_INFINITY, z).logMass);
    }
  },
});
