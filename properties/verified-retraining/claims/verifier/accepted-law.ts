import * as fc from 'fast-check';
import { coordinates, type Setting } from '../../../../theory/verified-retraining/model.ts';
import { equals } from '../../../engine/decide/comparison.ts';
import { decideDistribution } from '../../../engine/decide/decide-distribution.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { type Range, uniform } from '../../../engine/numbers.ts';
import { relativeHalfWidth } from '../../domains/relative.ts';
import { settings } from '../../domains/settings.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { RetrainingTier } from '../../tiers.ts';

/** A verifier, and a generator away from its center along v_0. */
interface Generator {
  readonly setting: Setting;
  /** (u − c)/σ. */
  readonly fromCenter: number;
}

const generators = (tier: RetrainingTier, halfWidth: Range, fromCenter: Range): fc.Arbitrary<Generator> =>
  fc.record({
    setting: settings({
      dimension: [1, tier.maximumDimension],
      realSamples: [1, 1],
      halfWidth,
      bias: [0.3, 1],
      rotated: true,
    }),
    fromCenter: fc.tuple(uniform(...fromCenter), fc.boolean()).map(([size, below]) => (below ? -size : size)),
  });

/** Labels averaged into one replicate: so many that their range costs a decision about as much as their variance does. */
const BLOCK = 10;

export const acceptedLaw = defineClaim<Generator>({
  id: 'accepted-law',
  module: import.meta.url,
  group: 'verifier',
  title:
    'Accepted labels along v_j follow N(u, σ²) truncated to [c−R, c+R]: their law, mean, variance and third central moment',
  statements: ['accepted-law'],
  kind: 'distribution',
  decision:
    'The labels lie within a DKW band around the predicted distribution function; moments about the predicted mean are bounded, and are bet on.',
  domain: {
    description:
      'Generators 0.8σ to 6σ away from the center, so that neither the shift m₁ nor the third moment vanishes; beyond 4.5σ labels come from the exact tail sampler.',
    strata: [
      {
        name: 'strict',
        settings: (tier) => generators(tier, [0.82, 1.1], [0.8, 2]),
        holds: ({ setting }) => relativeHalfWidth(setting) < 1.101,
      },
      {
        name: 'lenient',
        settings: (tier) => generators(tier, [1.5, 2.5], [0.8, 2]),
        holds: ({ setting }) => relativeHalfWidth(setting) > 1.499,
      },
      {
        name: 'rarely accepted',
        settings: (tier) => generators(tier, [0.82, 1.2], [4.5, 6]),
        holds: ({ fromCenter }) => Math.abs(fromCenter) > 4.499,
      },
    ],
  },
  draws: 6,
  mutants: [
    'clipping',
    'one-sided',
    'no-allowance',
    'allowance-is-sigma',
    'labels-from-truth',
    'window-at-estimate',
    'accept-everything',
    'verifier-at-origin',
    'sigma-is-one',
    'second-moment-raw',
    'alpha-beta-swapped',
  ],
  check({ setting, fromCenter }, { world: { theory, simulator }, tier, errors, stream }) {
    const window = theory.windows(setting)[0]!;
    const { center, halfWidth, noise } = window;
    const u = coordinates(setting, setting.knowledgeCenter)[0]! + fromCenter * noise;
    const { alpha, beta } = theory.standardized(window, u);
    const moments = theory.truncatedNormalMoments(alpha, beta);
    const mean = u + noise * moments.mean;
    const [low, high] = [center - halfWidth - mean, center + halfWidth - mean];
    const reach = Math.max(-low, high);
    // Moments of y − T by order. The variance of a power is bounded by E(y−T)^{2·order} ≤ reach^{2·order−2}·σ²m₂.
    const powers = [
      { order: 1, name: 'E y − u', predicted: noise * moments.mean, range: [mean - u + low, mean - u + high] },
      { order: 2, name: 'E(y−T)²', predicted: noise ** 2 * moments.variance, range: [0, reach ** 2] },
      {
        order: 3,
        name: 'E(y−T)³',
        predicted: noise ** 3 * moments.thirdCentral,
        range: [low ** 3, high ** 3],
      },
    ] as const;
    const possible = powers.map(({ name, predicted, range }) =>
      holds(`${name} as predicted within the window`, predicted, range),
    );
    if (possible.some(({ verdict }) => verdict === 'refuted')) return outcomeOf(possible, 0);
    const comparisons = powers.map(({ name, predicted, range: [least, most] }) => {
      // A label at the edge of the window may round to beyond the edge.
      const slack = 1e-9 * (most - least);
      return equals(name, predicted, tier.indifference * Math.abs(predicted), [least - slack, most + slack]);
    });
    const sds = powers.map(({ order }) => reach ** (order - 1) * noise * Math.sqrt(moments.variance / BLOCK));
    const share = { ...errors, falseRefutation: errors.falseRefutation / 2 };
    const prepared = simulator.prepareLabels(setting, 0, u, BLOCK);
    const decided = decideMeans(
      comparisons,
      (replicate, out) => {
        const { labels } = prepared.draw(stream(replicate));
        out.fill(0);
        for (const label of labels) {
          const beyond = label - mean;
          out[0] = out[0]! + (label - u) / BLOCK;
          out[1] = out[1]! + beyond ** 2 / BLOCK;
          out[2] = out[2]! + beyond ** 3 / BLOCK;
        }
      },
      { ...share, maximumReplicates: maximumReplicates(comparisons, sds, errors.falseSupport) },
    );
    let block: Float64Array = new Float64Array(0);
    const law = decideDistribution(
      { name: 'law of y', cdf, margin: tier.indifference },
      (label) => {
        if (label % BLOCK === 0) block = prepared.draw(stream(label / BLOCK)).labels;
        return block[label % BLOCK]!;
      },
      share,
    );
    return outcomeOf(
      [...possible, ...decided.comparisons, law.comparison],
      decided.replicates + Math.ceil(law.replicates / BLOCK),
    );

    /** (Φ(z) − Φ(α)) / (Φ(β) − Φ(α)) at z = (y − u)/σ. */
    function cdf(label: number): number {
      const z = (label - u) / noise;
      if (z <= alpha) return 0;
      if (z >= beta) return 1;
      return Math.min(1, Math.exp(theory.truncatedNormalMoments(alpha, z).logMass - moments.logMass));
    }
  },
});
