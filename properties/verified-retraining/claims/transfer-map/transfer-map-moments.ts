import { exactly, holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { type OneDirection, oneDirection } from '../../domains/one-direction.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { cumulantBounds, MOMENT_ACCURACY, transferAccuracy } from './transfer-accuracy.ts';

/** A derivative by central difference, and a bound on its error. */
interface Difference {
  readonly derivative: number;
  readonly error: number;
}

/**
 * (f(u+h) − f(u−h))/2h errs by h²/6·max|f‴| and by accuracy/h; h minimizes their sum.
 * @param accuracy bound on the error of a value of f
 * @param third bound on |f‴|
 */
function centralDifference(f: (u: number) => number, u: number, accuracy: number, third: number): Difference {
  const step = Math.cbrt((3 * accuracy) / third);
  const [left, right] = [u - step, u + step];
  return { derivative: (f(right) - f(left)) / (right - left), error: (step ** 2 / 6) * third + accuracy / step };
}

/** The transfer map is the mean function of an exponential family: its derivatives are the moments (regression setup). */
export const transferMapMoments = defineClaim<OneDirection>({
  id: 'transfer-map-moments',
  module: import.meta.url,
  group: 'transfer-map',
  title:
    'The slope of the transfer map is the variance m₂ of an accepted label, between 0 and 1, its curvature is the third moment m₃/σ, and m₁ and m₃ share their sign',
  statements: ['transfer-map.moments'],
  kind: 'identity',
  decision:
    'Numerical derivatives of T and of T′ are computed at each setting and equal the moments, within bounds on their truncation and rounding errors.',
  domain: oneDirection,
  draws: 400,
  mutants: ['second-moment-raw', 'third-moment-sign', 'alpha-beta-swapped'],
  check({ setting, offset }, { world: { theory } }) {
    const window = theory.windows(setting)[0]!;
    const { center, noise } = window;
    const u = center + offset * noise;
    const { alpha, beta } = theory.standardized(window, u);
    const { mean, variance, thirdCentral } = theory.truncatedNormalMoments(alpha, beta);
    const there = theory.transfer(window, u);
    const accuracy = transferAccuracy(window, u);
    const bounds = cumulantBounds(window);
    const slope = centralDifference(
      (at) => theory.transfer(window, at).value,
      u,
      accuracy.value,
      bounds.fourth / noise ** 2,
    );
    const curvature = centralDifference(
      (at) => theory.transfer(window, at).slope,
      u,
      accuracy.slope,
      bounds.fifth / noise ** 3,
    );
    return outcomeOf(
      [
        exactly('T(u) = u + σm₁', u + noise * mean, there.value, accuracy.value),
        exactly('T′(u) = m₂', variance, there.slope, accuracy.slope),
        exactly('T″(u) = m₃/σ', thirdCentral / noise, there.curvature, MOMENT_ACCURACY * Math.abs(there.curvature)),
        exactly('Var y = σ²m₂', noise ** 2 * variance, there.variance, noise ** 2 * accuracy.slope),
        exactly('slope of T', there.slope, slope.derivative, slope.error + accuracy.slope),
        exactly('slope of T′', there.curvature, curvature.derivative, curvature.error + accuracy.slope / noise),
        holds('m₂', variance, [Number.MIN_VALUE, 1 - Number.EPSILON]),
        holds('m₁m₃', mean * thirdCentral, [0, Number.POSITIVE_INFINITY]),
      ],
      0,
    );
  },
});
