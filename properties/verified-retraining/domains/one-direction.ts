import * as fc from 'fast-check';
import type { Setting } from '../../../theory/verified-retraining/model.ts';
import { type Window, windows } from '../../../theory/verified-retraining/window.ts';
import type { Domain } from '../../engine/domain.ts';
import { uniform } from '../../engine/numbers.ts';
import { relativeHalfWidth } from './relative.ts';
import { settings } from './settings.ts';

/** A setting of one direction and a generator on it. */
export interface OneDirection {
  readonly setting: Setting;
  /** (u − c)/σ: where the generator stands, from the knowledge center. */
  readonly offset: number;
}

/** The window of the direction: the paper's, whatever the world under test makes of it. */
export function windowOf(setting: Setting): Window {
  return windows(setting)[0]!;
}

/** The narrowest window that the authors' allowance leaves, √(2/π), divides strict from lenient. */
const DIVIDE = Math.sqrt(2 / Math.PI);

const signs = fc.constantFrom(-1, 1);

const widths = { strict: [0.1, 0.75], lenient: [0.85, 4] } as const;

/** Distances from the center in σ, by w = R/σ. Outside: to 6σ beyond the edge, acceptance 1e-9, farther than a run ever starts. */
const reaches = {
  inside: (w: number) => [0.05 * w, 0.95 * w] as const,
  outside: (w: number) => [1.05 * w, w + 6] as const,
};

function regime(width: keyof typeof widths, reach: keyof typeof reaches) {
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

/** Windows from a tenth of σ to 4σ, past which no finite run sees the center, and generators inside and outside of them. */
export const oneDirection: Domain<OneDirection> = {
  description: 'One direction, R/σ from 0.1 to 4, the generator up to 6σ outside the window, bias 0.2σ to 2σ.',
  regimes: [
    regime('strict', 'inside'),
    regime('strict', 'outside'),
    regime('lenient', 'inside'),
    regime('lenient', 'outside'),
  ],
};
