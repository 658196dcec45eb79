import type { Stream } from '../random/stream.ts';
import type { LabelledImages } from './generate.ts';
import type { VaeSetting } from './setting.ts';

/** The steps of a retraining loop that a wrong world replaces by wrong ones. */
export interface RetrainingParts {
  /** The replicate whose randomness a replicate uses: itself. */
  readonly replicate: (replicate: number) => number;
  /** What the verifier learns to say of real and of generated images. */
  readonly targets: { readonly real: number; readonly generated: number };
  /** Places of the images that are kept of one class, `kept` of them in ascending order, from the verifier's scores. */
  readonly select: (scores: Float32Array, kept: number, stream: Stream) => Int32Array;
  /** Kept-set size that an arm's round works with, from the one that its schedule says. */
  readonly kept: (scheduled: number, setting: VaeSetting) => number;
  /** What a round trains on: the kept images, never real ones; `real` draws as many of them. */
  readonly trainingSet: (kept: LabelledImages, real: () => LabelledImages) => LabelledImages;
}

/** The loop as the paper has it. */
export const paperParts: RetrainingParts = {
  replicate: (replicate) => replicate,
  targets: { real: 1, generated: 0 },
  select: highest,
  kept: (scheduled) => scheduled,
  trainingSet: (kept) => kept,
};

/** Places of the `kept` highest scores in ascending order; of equal scores the first ones. */
export function highest(scores: Float32Array, kept: number): Int32Array {
  const places = Int32Array.from(scores.keys());
  places.sort((a, b) => scores[b]! - scores[a]! || a - b);
  return places.subarray(0, kept).sort();
}
