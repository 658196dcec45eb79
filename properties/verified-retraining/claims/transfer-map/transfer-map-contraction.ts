import { exactly, holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { type OneDirection, oneDirection, windowOf } from '../../domains/one-direction.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { transferAccuracy } from './transfer-accuracy.ts';

/** Distance of a second generator from the center, as a share of the first one's. The slope at the second must be larger. */
const NEARER = 0.9;

/** T has the fixed point c and contracts towards c, with slope ρ at c and smaller slopes elsewhere (derived). */
export const transferMapContraction = defineClaim<OneDirection>({
  id: 'transfer-map-contraction',
  module: import.meta.url,
  group: 'transfer-map',
  title:
    'The transfer map is a contraction with the knowledge center as its only fixed point, and its slope falls from ρ at the center, evenly on both sides',
  statements: ['transfer-map.contraction'],
  kind: 'inequality',
  decision:
    'All is computed at each setting; tolerances are the stated accuracy of the moments and the rounding of the window.',
  domain: oneDirection,
  draws: 400,
  mutants: ['alpha-beta-swapped', 'second-moment-raw', 'radius-alone', 'rate-at-truth'],
  check({ setting, offset }, { world: { theory } }) {
    const window = windowOf(setting);
    const { center, noise } = window;
    const distance = offset * noise;
    const rate = theory.contractionRate(setting);
    const there = theory.transfer(window, center + distance);
    const mirrored = theory.transfer(window, center - distance);
    const nearer = theory.transfer(window, center + NEARER * distance);
    const atCenter = theory.transfer(window, center);
    const accuracy = transferAccuracy(window, center + distance);
    const contracted = (there.value - center) / distance;
    const quotientAccuracy = accuracy.value / Math.abs(distance);
    return outcomeOf(
      [
        exactly('T(c)', center, atCenter.value, accuracy.value),
        exactly('T′(c), the sharp rate ρ', rate, atCenter.slope, accuracy.slope),
        holds('T′(u) in (0, ρ]', there.slope, [Number.MIN_VALUE, rate + accuracy.slope]),
        holds('T′(u) against T′ nearer to c', there.slope - nearer.slope, [-1, 2 * accuracy.slope]),
        exactly('T′ on the other side of c', there.slope, mirrored.slope, 2 * accuracy.slope),
        holds('(T(u) − c)/(u − c) in [T′(u), ρ]', contracted, [
          there.slope - accuracy.slope - quotientAccuracy,
          rate + accuracy.slope + quotientAccuracy,
        ]),
      ],
      0,
    );
  },
});
