import * as fc from 'fast-check';
import { geometric, type Setting } from '../../../../theory/verified-retraining/model.ts';
import { isAbove } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { logUniformWhole } from '../../../engine/numbers.ts';
import { settings } from '../../domains/settings.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { RetrainingTier } from '../../tiers.ts';
import { squaredSpread } from '../ranges.ts';

type OtherDesign = 'standard-basis' | 'gaussian' | 'unit-sphere';

interface DesignedRun {
  readonly setting: Setting;
  readonly design: OtherDesign;
  readonly kept: number;
}

/** Kept samples grow by a fifth a round. */
const GROWTH = 1.2;
/** The squared distance in the end is below this share of the initial one. */
const SHARE = 0.2;

export const otherDesigns = defineClaim<DesignedRun>({
  id: 'other-designs',
  module: import.meta.url,
  group: 'designs',
  title: 'Standard-basis, Gaussian and unit-sphere designs converge to the knowledge center too',
  statements: ['designs.other-designs'],
  kind: 'ordering',
  decision: `Paired: the squared distance to θ_c after K rounds is below ${SHARE} of its start, with K from the design's population map (unbounded, hence asymptotic).`,
  domain: {
    description:
      'Biases Δ from 0.5σ to 1σ and R/σ from 0.85 to 1.2; p ≤ 4, because ‖x‖ ≈ √p widens the Gaussian window until no finite run contracts.',
    strata: (['standard-basis', 'gaussian', 'unit-sphere'] as const).map((design) => ({
      name: design,
      settings: ({ maximumDimension }: RetrainingTier) =>
        fc.record({
          setting: settings({
            dimension: [2, Math.min(maximumDimension, 4)],
            realSamples: [20, 60],
            halfWidth: [0.85, 1.2],
            bias: [0.5, 1],
            rotated: true,
          }),
          design: fc.constant(design),
          kept: logUniformWhole(40, 80),
        }),
      holds: (drawn: DesignedRun) => drawn.design === design,
    })),
  },
  draws: 12,
  mutants: ['accept-everything', 'verifier-at-origin', 'window-at-estimate'],
  check({ setting, design, kept }, trial) {
    const { theory, simulator } = trial.world;
    const dimension = setting.thetaStar.length;
    const rateAt = (distance: number) =>
      design === 'gaussian'
        ? theory.gaussianDesignContraction({ ...setting, dimension }, distance)
        : design === 'unit-sphere'
          ? theory.unitSphereContraction({ ...setting, dimension }, distance)
          : theory.contractionRate(setting);
    const start = theory.bias(setting) ** 2 + theory.baselineError(setting);
    // The sd of accepted noise is at most σ, and a random row carries information from 1/p (sphere) to 1 along a direction.
    const noise = (round: number) => (dimension ** 2 * setting.noise ** 2) / (kept * GROWTH ** round);
    // Half of the allowed share is left for the fluctuation of the start, because the map knows only the mean of the start.
    let distance = start;
    let rounds = 0;
    while (distance > (SHARE / 2) * start) {
      distance = rateAt(Math.sqrt(distance)) ** 2 * distance + noise(rounds);
      rounds += 1;
      if (rounds > 200) throw new RangeError(`no convergence within 200 rounds of the ${design} population map`);
    }
    const lead = SHARE * start - distance;
    const name = `${SHARE} of the initial distance less the distance after round ${rounds}`;
    const comparisons = [isAbove(name, 0, lead, trial.tier.indifference)];
    const run = simulator.prepareRetraining(setting, geometric(kept, GROWTH), rounds, { design });
    return decideMeans(
      comparisons,
      (replicate, out) => {
        const { toCenter } = run.run(trial.stream(replicate));
        out[0] = SHARE * toCenter[0]! - toCenter[rounds]!;
      },
      {
        ...trial.errors,
        maximumReplicates: maximumReplicates(comparisons, [squaredSpread(start)], trial.errors.falseSupport),
      },
    );
  },
});
