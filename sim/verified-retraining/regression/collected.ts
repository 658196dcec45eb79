import type { Tally } from '../../random/inside.ts';

/** What collecting labels left behind: how many were kept and the sum of their deviations from the center, and more. */
export interface Collected extends Tally {
  /** Mean of the labels kept. */
  mean: number;
  /** Labels drawn for them; from the tail sampler an estimate, hence a fraction (see tail.ts). */
  proposals: number;
  /** Receives the labels kept, in order, when there is one. */
  labels: Float64Array | undefined;
}

/** An empty account of labels to be collected. */
export function emptyCollected(): Collected {
  return { accepted: 0, sum: 0, mean: Number.NaN, proposals: 0, labels: undefined };
}

/** Empties the account, but for the memory of labels. */
export function begin(into: Collected): void {
  into.accepted = 0;
  into.sum = 0;
  into.mean = Number.NaN;
  into.proposals = 0;
}

/** Takes one more label. Its deviation from the center is what is summed: that rounds less than a sum of labels. */
export function keep(into: Collected, label: number, center: number): void {
  if (into.labels !== undefined) into.labels[into.accepted] = label;
  into.sum += label - center;
  into.accepted++;
}

/** Closes the account: the mean of the labels kept. */
export function finish(into: Collected, center: number): void {
  into.mean = center + into.sum / into.accepted;
}
