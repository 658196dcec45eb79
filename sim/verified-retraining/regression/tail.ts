import { begin, type Collect, finish, keep } from './collected.ts';
import { addRejections } from './rejection-limit.ts';

/**
 * Upper bound on the probability that y ~ N(mean, sd²) falls within center ± halfWidth. The bound is the mass of the envelope from which
 * collectFromTail draws: a line touches the log-density at the window's point nearest to the mean, and the envelope is its exponential.
 */
export function envelopeMass(mean: number, sd: number, center: number, halfWidth: number): number {
  const nearest = Math.max(0, (Math.abs(center - mean) - halfWidth) / sd);
  const width = (2 * halfWidth) / sd;
  // ∫₀^width exp(−nearest·t) dt, without 0/0 at the mean.
  const length = nearest === 0 ? width : -Math.expm1(-nearest * width) / nearest;
  return (Math.exp(-0.5 * nearest * nearest) / Math.sqrt(2 * Math.PI)) * length;
}

/**
 * The collector for rare acceptance: draws accepted labels from their exact law, N(mean, sd²) truncated to center ± halfWidth.
 * It rejects from the log-tangent envelope, which is exponential away from the mean, and uniform where the window contains the mean
 * (Devroye 1986, IX.1.2; Robert 1995). Its number of proposals estimates how many labels the rule would have needed:
 * envelope proposals / envelope mass. The expectation is count / acceptance, as for draws from the normal.
 */
export const collectFromTail: Collect = (stream, mean, sd, center, halfWidth, count, into) => {
  const toCenter = center - mean;
  const away = toCenter < 0 ? -1 : 1;
  const edge = (Math.abs(toCenter) - halfWidth) / sd;
  const rate = Math.max(0, edge);
  const width = (2 * halfWidth) / sd;
  const range = -Math.expm1(-rate * width);
  const nearEdge = center - away * halfWidth;
  let proposals = 0;
  let rejected = 0;
  begin(into);
  while (into.accepted < count) {
    proposals++;
    const uniform = stream.uniform();
    const beyond = rate === 0 ? width * uniform : -Math.log1p(-range * uniform) / rate;
    // The normal density over the envelope is exp(−gap²/2), where gap is the distance from the point that the tangent touches.
    const gap = beyond + Math.min(0, edge);
    const label = nearEdge + away * sd * beyond;
    // Rounding may move a label across the edge, so the rule is applied too.
    if (Math.log(stream.uniform()) <= -0.5 * gap * gap && Math.abs(label - center) <= halfWidth) {
      keep(into, label, center);
      rejected = 0;
    } else {
      rejected = addRejections(rejected);
    }
  }
  finish(into, center);
  into.proposals = proposals / envelopeMass(mean, sd, center, halfWidth);
};
