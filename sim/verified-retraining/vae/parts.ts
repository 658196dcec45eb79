import type { Stream } from '../../random/stream.ts';
import type { LabelledImages } from './generate.ts';
import type { VaeSetting } from './setting.ts';

/** Generated images of one class, some of which are kept. */
export interface Candidates {
  readonly count: number;
  /** How real the verifier finds each of them. It is trained when it is asked for the first time in a round. */
  scores(): Promise<Float32Array>;
}

/** The steps of a retraining loop that a wrong world replaces by wrong ones. */
export interface RetrainingParts {
  /** The replicate whose randomness a replicate uses: itself. */
  readonly replicate: (replicate: number) => number;
  /** What the verifier learns to say of real and of generated images. */
  readonly targets: { readonly real: number; readonly generated: number };
  /** Places of the images that are kept of one class, `kept` of them in ascending order. Not asked where all are. */
  readonly select: (candidates: Candidates, kept: number, stream: Stream) => Promise<Int32Array>;
  /** Kept-set size that an arm's round works with, from the one that its schedule says. */
  readonly kept: (scheduled: number, setting: VaeSetting) => number;
  /** What a round trains on: the kept images, never real ones; `real` draws as many of them. */
  readonly trainingSet: (kept: LabelledImages, real: () => LabelledImages) => LabelledImages;
}

/** The loop as the paper has it. */
export const paperParts: RetrainingParts = {
  replicate: (replicate) => replicate,
  targets: { real: 1, generated: 0 },
  select: async (candidates, kept) => highest(await candidates.scores(), kept),
  kept: (scheduled) => scheduled,
  trainingSet: (kept) => kept,
};

/** Places of the `kept` highest scores in ascending order; of equal scores the first ones. */
export function highest(scores: Float32Array, kept: number): Int32Array {
  // Numbers are sorted natively, places would need a comparison by calls.
  const least = scores.toSorted()[scores.length - kept]!;
  let equal = kept - scores.reduce((above, score) => above + Number(score > least), 0);
  const places = new Int32Array(kept);
  let found = 0;
  for (const [place, score] of scores.entries()) {
    if (score < least || (score === least && equal-- <= 0)) continue;
    places[found++] = place;
  }
  return places;
}
