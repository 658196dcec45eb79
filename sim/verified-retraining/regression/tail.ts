import { begin, finish, keep } from './collected.ts';
import type { Collect } from './parts.ts';
import { impatient } from './patience.ts';

/**
 * Upper bound on the probability that y ~ N(mean, sd²) falls within center ± halfWidth, and the mass of the envelope under which
 * collectFromTail draws. The envelope is the density of the normal at the window's point nearest to the mean, continued by its log-tangent.
 */
export function envelopeMass(mean: number, sd: number, center: number, halfWidth: number): number {
  const nearest = Math.max(0, (Math.abs(center - mean) - halfWidth) / sd);
  const width = (2 * halfWidth) / sd;
  // ∫₀^width exp(−nearest·t) dt, without 0/0 at the mean.
  const length = nearest === 0 ? width : -Math.expm1(-nearest * width) / nearest;
  return (Math.exp(-0.5 * nearest * nearest) / Math.sqrt(2 * Math.PI)) * length;
}

/**
 * The honest collector where acceptance is rare: draws accepted labels from their exact law, N(mean, sd²) truncated to center ± halfWidth.
 * Rejection from the log-tangent envelope: exponential away from the mean, uniform where the window holds the mean
 * (Devroye 1986, IX.1.2; Robert 1995). Proposals are those that the rule would have needed, estimated as
 * envelope proposals / envelope mass: its expectation is count / acceptance, as for draws from the normal.
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
  let refused = 0;
  begin(into);
  while (into.accepted < count) {
    proposals++;
    const uniform = stream.uniform();
    const beyond = rate === 0 ? width * uniform : -Math.log1p(-range * uniform) / rate;
    // Normal density over envelope is exp(−gap²/2), with gap the distance from where the tangent touches.
    const gap = beyond + Math.min(0, edge);
    const label = nearEdge + away * sd * beyond;
    // Rounding may carry a label over the edge; the rule has the last word.
    if (Math.log(stream.uniform()) <= -0.5 * gap * gap && Math.abs(label - center) <= halfWidth) {
      keep(into, label, center);
      refused = 0;
    } else {
      refused = impatient(refused);
    }
  }
  finish(into, center);
  into.proposals = proposals / envelopeMass(mean, sd, center, halfWidth);
};
