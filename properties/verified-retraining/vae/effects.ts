import type { Curve, RoundMetrics } from '../../../sim/verified-retraining/vae/setting.ts';

type Metric = 'frechet' | 'frechetToReference' | 'classVariance' | 'slant';

/** An observed metric after a round; negative rounds count from the last one. Throws when there is none. */
export function after(curve: Curve, round: number, metric: Metric = 'frechet'): number {
  const observed: RoundMetrics | undefined = curve.rounds.at(round);
  if (observed === undefined) throw new RangeError(`round ${round} of ${curve.rounds.length - 1} was not run`);
  return observed[metric];
}

/** ln of the metric after the last round over that of the initial model. */
export function changeOf(curve: Curve, metric: Metric = 'frechet'): number {
  return Math.log(after(curve, -1, metric) / after(curve, 0, metric));
}

/** ln FD of one arm over another's after the same round: the last one of the shorter when absent. */
export function between(a: Curve, b: Curve, round = Math.min(a.rounds.length, b.rounds.length) - 1): number {
  return Math.log(after(a, round) / after(b, round));
}
