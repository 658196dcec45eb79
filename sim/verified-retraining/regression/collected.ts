import type { Tally } from '../../random/inside.ts';
import type { Stream } from '../../random/stream.ts';

/** The result of collecting labels: how many were kept, the sum of their deviations from the center, and what follows. */
export interface Collected extends Tally {
  /** Mean of the labels kept. */
  mean: number;
  /** Labels drawn in order to keep these. The tail sampler estimates the number, which is then a fraction (see tail.ts). */
  proposals: number;
  /** Receives the labels kept, in order. Undefined when nobody needs them. */
  labels: Float64Array | undefined;
}

/** Draws labels y = mean + sd·z until `count` of them are kept, and writes the result into `into`. */
export type Collect = (
  stream: Stream,
  mean: number,
  sd: number,
  center: number,
  halfWidth: number,
  count: number,
  into: Collected,
) => void;

/** A result without labels. */
export function emptyCollected(): Collected {
  return { accepted: 0, sum: 0, mean: Number.NaN, proposals: 0, labels: undefined };
}

/** Empties the result. The memory for labels stays. */
export function begin(into: Collected): void {
  into.accepted = 0;
  into.sum = 0;
  into.mean = Number.NaN;
  into.proposals = 0;
}

/** Adds one label. The sum is of deviations from the center, because a sum of labels would lose more digits to rounding. */
export function keep(into: Collected, label: number, center: number): void {
  if (into.labels !== undefined) into.labels[into.accepted] = label;
  into.sum += label - center;
  into.accepted++;
}

/** Computes the mean of the labels kept. */
export function finish(into: Collected, center: number): void {
  into.mean = center + into.sum / into.accepted;
}
