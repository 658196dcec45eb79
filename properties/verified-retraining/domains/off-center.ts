import * as fc from 'fast-check';
import type { Setting } from '../../../theory/verified-retraining/model.ts';
import type { Domain } from '../../engine/domain.ts';
import { type Range, uniform } from '../../engine/numbers.ts';
import type { RetrainingTier } from '../tiers.ts';
import { relativeHalfWidth } from './relative.ts';
import { settings } from './settings.ts';

/** A verifier, and a generator away from its center along v_0. */
export interface OffCenter {
  readonly setting: Setting;
  /** (u − c)/σ. */
  readonly fromCenter: number;
}

const generators = (tier: RetrainingTier, halfWidth: Range, fromCenter: Range): fc.Arbitrary<OffCenter> =>
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

/** Generators on both sides of the center, in narrow and in wide windows. */
export const offCenter: Domain<OffCenter, RetrainingTier> = {
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
};
