import * as fc from 'fast-check';
import type { Stratum } from '../../engine/domain.ts';
import { type Range, within } from '../../engine/numbers.ts';
import type { RetrainingTier } from '../tiers.ts';
import { type GrowthKind, type GrowthShape, growths } from './growth.ts';
import type { Retraining } from './retraining.ts';
import { settings } from './settings.ts';

/** Runs without a verifier, with growths of one kind. The place of the unused verifier is drawn too, because it must not matter. */
export function unverified(
  name: string,
  kind: GrowthKind,
  growth: GrowthShape,
  realSamples: Range,
): Stratum<Retraining, RetrainingTier> {
  return {
    name,
    settings: ({ maximumDimension }) =>
      fc.record({
        setting: settings({
          dimension: [1, maximumDimension],
          realSamples,
          halfWidth: [1, 2],
          bias: [0, 1],
          rotated: true,
        }),
        growth: growths(kind, growth),
      }),
    holds: ({ growth: drawn }) =>
      drawn.kind === kind && (drawn.kind !== 'geometric' || within(drawn.ratio, growth.ratio!)),
  };
}
