import * as fc from 'fast-check';
import { constant, meanAbsoluteNoise, type Setting } from '../../../../theory/verified-retraining/model.ts';
import { atMost, equals, isAbove } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { uniform, unitVector } from '../../../engine/numbers.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { RetrainingTier } from '../../tiers.ts';

interface OneStep {
  readonly setting: Setting;
  readonly design: 'gaussian' | 'unit-sphere';
}

/** Singular values so large that θ̂₀ = θ* within 1e-9 of σ: every replicate starts at the same, known distance. */
const KNOWN_START = 1e9;

/** Accepted rows for each direction. The fit is a ratio of means and has a bias of relative order 1/n: a tenth of the narrowest zone. */
const keptAt = ({ indifference }: RetrainingTier) => Math.ceil(10 / indifference);

const stratum = (design: OneStep['design']) => ({
  name: design,
  settings: ({ maximumDimension }: RetrainingTier) =>
    fc.integer({ min: 2, max: maximumDimension }).chain((dimension) =>
      fc
        .record({
          direction: unitVector(dimension),
          noise: uniform(0.5, 2),
          distance: uniform(0.3, 0.8),
          radius: uniform(0.3, 0.8),
        })
        .map(({ direction, noise, distance, radius }) => ({
          design,
          setting: {
            thetaStar: direction.map((value) => value * distance * noise + 1),
            knowledgeCenter: direction.map(() => 1),
            radius: radius * noise,
            noise,
            noiseAllowance: meanAbsoluteNoise(noise),
            singularValues: direction.map(() => KNOWN_START),
          },
        })),
    ),
  holds: (drawn: OneStep) => drawn.design === design,
});

export const gaussianDesignRate = defineClaim<OneStep>({
  id: 'gaussian-design-rate',
  module: import.meta.url,
  group: 'designs',
  title:
    'With Gaussian rows one round contracts by the x-averaged rate κ, above the block design’s ρ; on the unit sphere by at most ρ',
  statements: ['designs.gaussian-rate'],
  kind: 'rate',
  decision:
    'The share of a known distance to θ_c that one round leaves along its direction is held against κ and against ρ (unbounded, hence asymptotic).',
  domain: {
    description:
      'Two directions or more, r from 0.3σ to 0.8σ with the allowance √(2/π)σ, a known start 0.3σ to 0.8σ from the center.',
    strata: [stratum('gaussian'), stratum('unit-sphere')],
  },
  draws: 12,
  mutants: ['radius-without-norm', 'accept-everything', 'no-allowance', 'window-at-estimate'],
  check({ setting, design }, trial) {
    const { theory, simulator } = trial.world;
    const { tier } = trial;
    const dimension = setting.thetaStar.length;
    const distance = theory.bias(setting);
    const kept = keptAt(tier);
    const rho = theory.contractionRate(setting);
    const gaussian = design === 'gaussian';
    const contraction = gaussian ? theory.gaussianDesignContraction : theory.unitSphereContraction;
    const predicted = contraction({ ...setting, dimension }, distance);
    const zone = tier.indifference * Math.min(predicted, Math.abs(predicted - rho) || predicted);
    const comparisons = gaussian
      ? [
          equals('share of the distance left, against κ', predicted, zone),
          isAbove('share of the distance left, above ρ', rho, predicted - rho, tier.indifference),
        ]
      : [
          equals('share of the distance left, against the sphere’s rate', predicted, tier.indifference * predicted),
          atMost('share of the distance left, at most ρ', rho, tier.indifference * rho, predicted),
        ];
    // Along one direction n·p accepted Gaussian rows tell as much as about n rows of the block design, and rows of the sphere 1/p of that.
    const sd = (setting.noise / distance) * Math.sqrt((gaussian ? 1 : dimension) / kept);
    const sds = comparisons.map(() => sd);
    const toward = setting.thetaStar.map((value, i) => (value - setting.knowledgeCenter[i]!) / distance);
    const run = simulator.prepareRetraining(setting, constant(kept), 1, { design });
    return decideMeans(
      comparisons,
      (replicate, out) => {
        const { estimates } = run.run(trial.stream(replicate));
        let left = 0;
        for (let i = 0; i < dimension; i += 1) {
          left += (estimates[dimension + i]! - setting.knowledgeCenter[i]!) * toward[i]!;
        }
        out.fill(left / distance);
      },
      { ...trial.errors, maximumReplicates: maximumReplicates(comparisons, sds, trial.errors.falseSupport) },
    );
  },
});
