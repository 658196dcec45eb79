import * as fc from 'fast-check';
import type { Setting } from '../../../theory/verified-retraining/model.ts';
import { type Window, windows } from '../../../theory/verified-retraining/window.ts';
import type { Domain } from '../../engine/domain.ts';
import { uniform } from '../../engine/numbers.ts';
import type { RetrainingTier } from '../tiers.ts';
import { relativeHalfWidth } from './relative.ts';
import { settings } from './settings.ts';

/** A setting of one direction and a generator on it. */
export interface OneDirection {
  readonly setting: Setting;
  /** (u − c)/σ: where the generator stands, from the knowledge center. */
  readonly offset: number;
}

/**
 * The window of the direction by the paper's theory. The check of `transfer-map-contraction` uses this window in every world: a mutant with
 * another R would have another window and, with it, the right slope at its center. Only in the paper's window is its rate seen to be wrong.
 */
export function windowOf(setting: Setting): Window {
  return windows(setting)[0]!;
}

/** R/σ of the narrowest window that the authors' allowance leaves, √(2/π). It divides strict from lenient. */
const DIVIDE = Math.sqrt(2 / Math.PI);

const signs = fc.constantFrom(-1, 1);

const widths = { strict: [0.1, 0.75], lenient: [0.85, 4] } as const;

/** Distances from the center in σ, by w = R/σ. Outside: up to 6σ beyond the edge, where acceptance is 1e-9 and no run ever starts. */
const reaches = {
  inside: (w: number) => [0.05 * w, 0.95 * w] as const,
  outside: (w: number) => [1.05 * w, w + 6] as const,
};

function stratum(width: keyof typeof widths, reach: keyof typeof reaches) {
  return {
    name: `${width}, ${reach}`,
    settings: () =>
      fc
        .record({
          setting: settings({
            dimension: [1, 1],
            realSamples: [20, 1000],
            halfWidth: widths[width],
            bias: [0.2, 2],
            allowance: 'share',
          }),
          share: uniform(0, 1),
          sign: signs,
        })
        .map(({ setting, share, sign }): OneDirection => {
          const [near, far] = reaches[reach](relativeHalfWidth(setting));
          return { setting, offset: sign * (near + share * (far - near)) };
        }),
    holds: ({ setting, offset }: OneDirection) => {
      const w = relativeHalfWidth(setting);
      return (width === 'strict') === w < DIVIDE && (reach === 'inside') === Math.abs(offset) < w;
    },
  };
}

/** Windows from a tenth of σ to 4σ, beyond which no finite run sees the center, and generators inside and outside of the windows. */
export const oneDirection: Domain<OneDirection, RetrainingTier> = {
  description: 'One direction, R/σ from 0.1 to 4, the generator up to 6σ outside the window, bias 0.2σ to 2σ.',
  strata: [
    stratum('strict', 'inside'),
    stratum('strict', 'outside'),
    stratum('lenient', 'inside'),
    stratum('lenient', 'outside'),
  ],
};
