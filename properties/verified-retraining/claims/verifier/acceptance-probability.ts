import * as fc from 'fast-check';
import { coordinates, type Setting } from '../../../../theory/verified-retraining/model.ts';
import { equals } from '../../../engine/decide/comparison.ts';
import { decideProportion } from '../../../engine/decide/decide-proportion.ts';
import { outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { uniform } from '../../../engine/numbers.ts';
import { relativeBias, relativeHalfWidth } from '../../domains/relative.ts';
import { type SettingShape, settings } from '../../domains/settings.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { RetrainingTier } from '../../tiers.ts';

/** A verifier, and a generator that stands at a known θ̂ ∈ ℝᵖ, in y per x. */
interface Generator {
  readonly setting: Setting;
  readonly estimate: readonly number[];
}

const generators = (tier: RetrainingTier, shape: Pick<SettingShape, 'halfWidth' | 'bias'> & Partial<SettingShape>) =>
  fc
    .record({
      setting: settings({ dimension: [1, tier.maximumDimension], realSamples: [1, 1], rotated: true, ...shape }),
      errors: fc.array(uniform(-0.6, 0.6), { minLength: tier.maximumDimension, maxLength: tier.maximumDimension }),
    })
    .map(({ setting, errors }) => ({
      setting,
      estimate: setting.thetaStar.map((value, k) => value + errors[k]! * setting.noise),
    }));

/** Batches of labels within the longest time that a decision may take. A decision is expected to take an eighth of that time. */
const BATCHES = 1000;

export const acceptanceProbability = defineClaim<Generator>({
  id: 'acceptance-probability',
  module: import.meta.url,
  group: 'verifier',
  title: 'A label drawn along v_j passes the verifier with probability Φ(β) − Φ(α), wherever the generator stands',
  statements: ['acceptance-probability'],
  kind: 'mean',
  decision:
    'Accepted labels are counted against proposed ones in each direction, with beta-binomial evidence; the zone is a share of min(P, 1 − P).',
  domain: {
    description: 'Generators near θ*; R/σ from 0.82 to 2.5, Δ up to 2σ, p of the tier, rotated singular vectors.',
    strata: [
      {
        name: 'unbiased',
        settings: (tier) => generators(tier, { halfWidth: [0.85, 2], bias: [0, 0] }),
        holds: ({ setting }) => relativeBias(setting) === 0,
      },
      {
        name: 'biased',
        settings: (tier) => generators(tier, { halfWidth: [0.85, 2], bias: [0.5, 2] }),
        holds: ({ setting }) => relativeBias(setting) > 0.499,
      },
      {
        name: 'strict',
        settings: (tier) => generators(tier, { halfWidth: [0.82, 1], bias: [0, 2] }),
        holds: ({ setting }) => relativeHalfWidth(setting) < 1.001,
      },
      {
        name: 'lenient',
        settings: (tier) => generators(tier, { halfWidth: [2, 2.5], bias: [0, 2] }),
        holds: ({ setting }) => relativeHalfWidth(setting) > 1.999,
      },
    ],
  },
  draws: 16,
  mutants: [
    'no-allowance',
    'allowance-is-sigma',
    'one-sided',
    'clipping',
    'window-at-estimate',
    'labels-from-truth',
    'accept-everything',
    'accept-complement',
    'sigma-is-one',
    'verifier-at-origin',
  ],
  check({ setting, estimate }, { world: { theory, simulator }, tier, errors, stream }) {
    const along = coordinates(setting, estimate);
    let batches = 0;
    const share = { ...errors, falseRefutation: errors.falseRefutation / along.length };
    const decisions = theory.acceptanceProbability(setting, estimate).map((predicted, j) => {
      const name = `P(accept) along v_${j}`;
      const margin = tier.indifference * Math.min(predicted, 1 - predicted);
      const sd = Math.sqrt(predicted * (1 - predicted));
      const maximumTrials = maximumReplicates([equals(name, predicted, margin, [0, 1])], [sd], errors.falseSupport);
      const accepted = Math.ceil((maximumTrials * predicted) / BATCHES);
      const prepared = simulator.prepareLabels(setting, j, along[j]!, accepted);
      return decideProportion(
        { name, predicted, margin },
        (batch) => {
          const { proposals } = prepared.draw(stream(batch));
          batches += 1;
          // A mutant may accept so rarely that `proposals` is an estimate and no count.
          return { successes: accepted, failures: Math.round(proposals) - accepted };
        },
        { ...share, maximumTrials },
      );
    });
    return outcomeOf(
      decisions.map(({ comparison }) => comparison),
      batches,
    );
  },
});
