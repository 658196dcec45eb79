import { begin, type Collect, finish, keep } from './collected.ts';
import { addRejections } from './rejection-limit.ts';
import { collectFromTail, envelopeMass } from './tail.ts';

/** A verifier's decision on one label. */
export type AcceptanceRule = (label: number, center: number, halfWidth: number) => boolean;

/**
 * Upper bound on the acceptance probability below which labels are drawn by the exact tail sampler. By rejection, a kept label would cost
 * more than a thousand draws there.
 */
export const RARE_ACCEPTANCE = 2 ** -10;

/** The paper's one-bit rule: |y − xᵀθ_c| ≤ r‖x‖ + σ_c. */
export const withinRange: AcceptanceRule = (label, center, halfWidth) => Math.abs(label - center) <= halfWidth;

/** Draws labels y = mean + sd·z until `count` of them satisfy |y − center| ≤ halfWidth. */
export const collect: Collect = (stream, mean, sd, center, halfWidth, count, into) => {
  if (envelopeMass(mean, sd, center, halfWidth) < RARE_ACCEPTANCE) {
    collectFromTail(stream, mean, sd, center, halfWidth, count, into);
  } else if (into.labels === undefined) {
    collectMean(stream, mean, sd, center, halfWidth, count, into);
  } else {
    collectLabels(stream, mean, sd, center, halfWidth, count, into);
  }
};

/** Keeps the same labels as collecting(withinRange), without writing them down. Most of the run time is spent here. */
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
 * The collector of any rule. The rule decides on one label at a time.
 * The collector throws RareAcceptanceError after 1e8 rejections in a row.
 */
export function collecting(accepts: AcceptanceRule): Collect {
  return (stream, mean, sd, center, halfWidth, count, into) => {
    begin(into);
    let rejected = 0;
    while (into.accepted < count) {
      const label = mean + sd * stream.normal();
      into.proposals++;
      if (accepts(label, center, halfWidth)) {
        keep(into, label, center);
        rejected = 0;
      } else {
        rejected = addRejections(rejected);
      }
    }
    finish(into, center);
  };
}

const collectLabels = collecting(withinRange);

/** Keeps every label, as a loop without a verifier does. */
export const keepAll: Collect = (stream, mean, sd, center, _halfWidth, count, into) =>
  collect(stream, mean, sd, center, Number.POSITIVE_INFINITY, count, into);
