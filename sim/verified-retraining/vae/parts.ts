import type { Stream } from '../../random/stream.ts';
import type { LabelledImages } from './generate.ts';
import type { VaeSetting } from './setting.ts';

/** Generated images of one class, of which some are to be kept. */
export interface Candidates {
  readonly count: number;
  /** The verifier's score of each image: the higher, the more real. The first call in a round trains the verifier. */
  scores(): Promise<Float32Array>;
}

/** The parts of the retraining loop of a generator. A mutant replaces some of them. */
export interface RetrainingParts {
  /** The replicate whose random numbers a replicate uses. */
  readonly replicate: (replicate: number) => number;
  /** The targets of the verifier's training for real and for generated images. */
  readonly targets: { readonly real: number; readonly generated: number };
  /** Places of the `kept` images of one class that are kept, in ascending order. Not called where all images are kept. */
  readonly select: (candidates: Candidates, kept: number, stream: Stream) => Promise<Int32Array>;
  /** Number of images that a round keeps, given the number that the arm's schedule has. */
  readonly kept: (scheduled: number, setting: VaeSetting) => number;
  /** The images that a round trains on. `real` draws the same number of real images. */
  readonly trainingSet: (kept: LabelledImages, real: () => LabelledImages) => LabelledImages;
}

/** The loop as the paper states it: a round trains on the images with the highest scores, and on no real images. */
export const referenceParts: RetrainingParts = {
  replicate: (replicate) => replicate,
  targets: { real: 1, generated: 0 },
  select: async (candidates, kept) => highest(await candidates.scores(), kept),
  kept: (scheduled) => scheduled,
  trainingSet: (kept) => kept,
};

/** Places of the `kept` highest scores, in ascending order. Of equal scores, the first ones are taken. */
export function highest(scores: Float32Array, kept: number): Int32Array {
  // Sorting numbers needs no comparison function, which sorting places would need.
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
