import * as fc from 'fast-check';
import type { Setting } from '../../../../theory/verified-retraining/model.ts';
import { equals } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { logUniformWhole, type Range, uniform } from '../../../engine/numbers.ts';
import { KNOWN, startIsKnown } from '../../domains/known-start.ts';
import { windowOf } from '../../domains/one-direction.ts';
import { settings } from '../../domains/settings.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { distanceRange } from '../ranges.ts';

interface TwoGenerators {
  /** θ* = u is the first generator, from which the round starts. */
  readonly setting: Setting;
  /** Distance from the first generator to the second, in σ. The mean slope of T over it is observed. */
  readonly step: number;
  /** Accepted labels of the round. */
  readonly kept: number;
}

const stratum = (name: string, inside: boolean, bias: Range) => ({
  name,
  settings: () =>
    fc.record({
      setting: settings({ dimension: [1, 1], realSamples: KNOWN, halfWidth: [0.9, 2], bias }),
      step: uniform(0.5, 1),
      kept: logUniformWhole(20, 60),
    }),
  holds: ({ setting }: TwoGenerators) => {
    const { center, halfWidth } = windowOf(setting);
    const distance = Math.abs(setting.thetaStar[0]! - center);
    return startIsKnown(setting) && inside === distance < halfWidth;
  },
});

/** The verifier's rule is held against the transfer map: where one round carries a generator. */
export const transferMapSimulated = defineClaim<TwoGenerators>({
  id: 'transfer-map-simulated',
  module: import.meta.url,
  group: 'transfer-map',
  title:
    'One simulated round carries a known generator u to T(u) on average, and brings two generators nearer to each other by the slope of T',
  statements: ['transfer-map.contraction', 'transfer-map.moments'],
  kind: 'mean',
  decision:
    'The mean of v_jᵀθ̂₁ from a known start and the difference quotient from two starts are bounded, and are bet on.',
  domain: {
    description:
      'One direction, θ̂₀ known by a huge real design, R/σ from 0.9 to 2, generators inside and outside the window.',
    strata: [stratum('inside the window', true, [0.4, 0.85]), stratum('outside the window', false, [2.05, 3])],
  },
  draws: 12,
  mutants: ['clipping', 'window-at-estimate', 'no-allowance', 'accept-complement'],
  check({ setting, step, kept }, { world: { theory, simulator }, tier, errors, stream }) {
    const window = theory.windows(setting)[0]!;
    const u = setting.thetaStar[0]!;
    const length = step * setting.noise;
    const [first, second] = [theory.transfer(window, u), theory.transfer(window, u + length)];
    const slope = (second.value - first.value) / length;
    const range = distanceRange(setting);
    const left = first.value - window.center;
    const comparisons = [
      equals('v_jᵀθ̂₁ − c from u', left, tier.indifference * Math.abs(left), range),
      equals('slope between two u', slope, tier.indifference * slope, [
        (2 * range[0]) / length,
        (2 * range[1]) / length,
      ]),
    ];
    const sds = [Math.sqrt(first.variance / kept), Math.sqrt((first.variance + second.variance) / kept) / length];
    const runs = [setting, { ...setting, thetaStar: [u + length] }].map((from) =>
      simulator.prepareRetraining(from, [kept], 1),
    );
    return decideMeans(
      comparisons,
      (replicate, out) => {
        // Both runs read one stream, one after the other, so that they are independent.
        const noise = stream(replicate);
        const [near, far] = [runs[0]!.run(noise).estimates[1]!, runs[1]!.run(noise).estimates[1]!];
        out[0] = near - window.center;
        out[1] = (far - near) / length;
      },
      { ...errors, maximumReplicates: maximumReplicates(comparisons, sds, errors.falseSupport) },
    );
  },
});
