import { coordinates } from '../../../../theory/verified-retraining/model.ts';
import { equals } from '../../../engine/decide/comparison.ts';
import { decideDistribution } from '../../../engine/decide/decide-distribution.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { type OffCenter, offCenter } from '../../domains/off-center.ts';
import { defineClaim } from '../../drawn-claim.ts';

/** Labels averaged into one replicate: so many that their range costs a decision about as much as their variance does. */
const BLOCK = 10;

export const acceptedLaw = defineClaim<OffCenter>({
  id: 'accepted-law',
  module: import.meta.url,
  group: 'verifier',
  title:
    'Accepted labels along v_j follow N(u, σ²) truncated to [c−R, c+R]: their law, mean, variance and third central moment',
  statements: ['accepted-law'],
  kind: 'distribution',
  decision:
    'The labels lie within a DKW band around the predicted distribution function; moments about the predicted mean are bounded, and are bet on.',
  domain: offCenter,
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
