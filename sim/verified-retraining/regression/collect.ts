import { begin, finish, keep } from './collected.ts';
import type { Collect, SimulatorParts } from './parts.ts';
import { impatient } from './patience.ts';
import { collectFromTail, envelopeMass } from './tail.ts';

/** Below this bound on acceptance the exact tail sampler takes over: from here a kept label would cost over a thousand draws. */
export const RARE_ACCEPTANCE = 2 ** -10;

/** The one-bit rule |y − xᵀθ_c| ≤ r‖x‖ + σ_c. */
export function withinRange(label: number, center: number, halfWidth: number): boolean {
  return Math.abs(label - center) <= halfWidth;
}

/** The honest collector: draws y = mean + sd·z until `count` of them satisfy |y − center| ≤ halfWidth. */
export const collect: Collect = (stream, mean, sd, center, halfWidth, count, into) => {
  if (envelopeMass(mean, sd, center, halfWidth) < RARE_ACCEPTANCE) {
    collectFromTail(stream, mean, sd, center, halfWidth, count, into);
  } else if (into.labels === undefined) {
    collectMean(stream, mean, sd, center, halfWidth, count, into);
  } else {
    collectLabels(stream, mean, sd, center, halfWidth, count, into);
  }
};

/** As collecting(withinRange), label for label, but without writing any: the hot path. */
const collectMean: Collect = (stream, mean, sd, center, halfWidth, count, into) => {
  // In units of sd, the label mean + sd·z lies offset + z from the center.
  const offset = (mean - center) / sd;
  const reach = halfWidth / sd;
  begin(into);
  stream.tallyWithin(offset, reach, count, into);
  into.sum *= sd;
  finish(into, center);
};

/**
 * The collector of any one-bit rule, one label at a time.
 * It throws RareAcceptanceError after 1e8 draws in a row of which none is kept.
 */
export function collecting(accepts: SimulatorParts['accepts']): Collect {
  return (stream, mean, sd, center, halfWidth, count, into) => {
    begin(into);
    let refused = 0;
    while (into.accepted < count) {
      const label = mean + sd * stream.normal();
      into.proposals++;
      if (accepts(label, center, halfWidth)) {
        keep(into, label, center);
        refused = 0;
      } else {
        refused = impatient(refused);
      }
    }
    finish(into, center);
  };
}

const collectLabels = collecting(withinRange);

/** Keeps every label: no verifier. */
export const keepAll: Collect = (stream, mean, sd, center, _halfWidth, count, into) =>
  collect(stream, mean, sd, center, Number.POSITIVE_INFINITY, count, into);
