/** Number of classes: the digits 0 to 9. */
export const CLASSES = 10;

/** Where digits come from. */
export type DigitsKind = 'mnist' | 'procedural';

/** Labelled black-and-white images of handwritten digits, one byte a pixel: small in memory, cheap to pick batches from. */
export interface Digits {
  readonly kind: DigitsKind;
  /** What they are and how they were made, for a person. */
  readonly provenance: string;
  /** SHA-256, hex, of what determines them: the decompressed files, or the recipe and its seed; and the view taken of them. */
  readonly digest: string;
  readonly count: number;
  /** Pixels along an edge. */
  readonly side: number;
  /** count × side² values, 0 (paper) or 1 (ink), row by row. */
  readonly pixels: Uint8Array;
  /** count values 0 … 9. */
  readonly labels: Uint8Array;
}

/** How to look at a set of digits. */
export interface View {
  /** 28, or 14: 2×2 mean pool, threshold ½. */
  readonly side: 14 | 28;
  /** Horizontal shear about the middle row: a point y rows above it moves right by shear·y. 0 when absent. */
  readonly shear?: number;
  /** Keeps this share of each class, those with the thickest strokes (2·ink / outline). All when absent. */
  readonly thickest?: number;
  /** Keeps these classes only. All when absent. */
  readonly classes?: readonly number[];
}

/** A source of digits split as the experiments need it: one part to learn from, one to be scored against. */
export interface DigitSource {
  readonly kind: DigitsKind;
  readonly provenance: string;
  readonly digest: string;
  /** Digits to learn from (60 000 of MNIST). The result is cached by view. */
  training(view: View): Digits;
  /** Digits to be scored against (10 000 of MNIST), disjoint from the others. The result is cached by view. */
  test(view: View): Digits;
}
