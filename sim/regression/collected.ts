/** What collecting labels left behind. The caller owns it and hands it in again. */
export interface Collected {
  /** Mean of the labels kept. */
  mean: number;
  /** Labels kept. */
  accepted: number;
  /** Labels drawn for them; from the tail sampler an estimate, hence a fraction (see tail.ts). */
  proposals: number;
  /** Receives the labels kept, in order, when there is one. */
  labels: Float64Array | undefined;
}

/** An empty account of labels to be collected. */
export function emptyCollected(): Collected {
  return { mean: 0, accepted: 0, proposals: 0, labels: undefined };
}

/** Empties `into`. Until finish(), its mean holds the sum of deviations from the center, which rounds less than a sum of labels. */
export function begin(into: Collected): void {
  into.mean = 0;
  into.accepted = 0;
  into.proposals = 0;
}

/** Takes one more label. */
export function keep(into: Collected, label: number, center: number): void {
  if (into.labels !== undefined) into.labels[into.accepted] = label;
  into.mean += label - center;
  into.accepted++;
}

/** Turns the sum of deviations into the mean label. */
export function finish(into: Collected, center: number): void {
  into.mean = center + into.mean / into.accepted;
}
