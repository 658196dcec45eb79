import * as theory from '../../../../theory/verified-retraining/index.ts';
import { coordinates, type Setting } from '../../../../theory/verified-retraining/model.ts';
import type { Theory } from '../../world.ts';

type Moments = theory.TruncatedNormalMoments;

/** The theory with wrong moments of the accepted noise: in the moments themselves, in the transfer map and in the leading order of one round. */
export function theoryWithMoments(wrong: (moments: Moments) => Moments): Partial<Theory> {
  const truncatedNormalMoments = (alpha: number, beta: number) => wrong(theory.truncatedNormalMoments(alpha, beta));
  const transfer: Theory['transfer'] = (window, u) => {
    const { alpha, beta } = theory.standardized(window, u);
    const { logMass, mean, variance, thirdCentral } = truncatedNormalMoments(alpha, beta);
    const { noise } = window;
    return {
      value: u + noise * mean,
      slope: variance,
      curvature: thirdCentral / noise,
      variance: noise ** 2 * variance,
      logAcceptance: logMass,
    };
  };
  return { truncatedNormalMoments, transfer, ...theoryWithLeadingOrder((moments) => wrong(moments)) };
}

/** The theory with wrong moments in the leading order of Theorem 3.1 alone, and with a further term for each direction in units of σ². */
export function theoryWithLeadingOrder(
  wrong: (moments: Moments) => Moments,
  furtherTerm: (moments: Moments, mu: number) => number = () => 0,
): Partial<Theory> {
  const leadingOrderMse = (setting: Setting, kept: number) => {
    const truth = coordinates(setting, setting.thetaStar);
    return theory.windows(setting).reduce((sum, window, j) => {
      const { alpha, beta } = theory.standardized(window, truth[j]!);
      const moments = wrong(theory.truncatedNormalMoments(alpha, beta));
      const mu = setting.singularValues[j]!;
      return sum + setting.noise ** 2 * (theory.leadingOrderTerm(moments, mu, kept) + furtherTerm(moments, mu));
    }, 0);
  };
  return {
    leadingOrderMse,
    oneRoundMse: (setting, kept) => ({
      ...theory.oneRoundMse(setting, kept),
      leadingOrder: leadingOrderMse(setting, kept),
    }),
  };
}
