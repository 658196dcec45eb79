/** Number of classes: the digits 0 to 9. */
export const CLASSES = 10;

/** The origin of digits. */
export type DigitsKind = 'mnist' | 'procedural';

/** Labelled black-and-white images of handwritten digits, one byte a pixel. */
export interface Digits {
  readonly kind: DigitsKind;
  /** A description of the digits and how they were made, for a report. */
  readonly provenance: string;
  /** SHA-256, in hex, of everything that determines the digits: the decompressed files or the recipe and its seed, and the view. */
  readonly digest: string;
  /** Number of images. */
  readonly count: number;
  /** Pixels along an edge of an image. */
  readonly side: number;
  /** count × side² values, 0 (paper) or 1 (ink), row by row. */
  readonly pixels: Uint8Array;
  /** count values 0 … 9. */
  readonly labels: Uint8Array;
}

/** A selection and distortion of the digits of a source. */
export interface View {
  /** Pixels along an edge of an image. For 14, blocks of 2×2 pixels are averaged, and a mean above ½ is ink. */
  readonly side: 14 | 28;
  /** Horizontal shear about the middle row: a point y rows above this row moves right by shear·y. 0 when absent. */
  readonly shear?: number;
  /** Share of each class that is kept: the digits with the thickest strokes (2·ink / outline). All when absent. */
  readonly thickest?: number;
  /** Classes that are kept. All when absent. */
  readonly classes?: readonly number[];
}

/** A source of digits in two disjoint parts, one for training and one for testing. */
export interface DigitSource {
  readonly kind: DigitsKind;
  /** A description of the source, for a report. */
  readonly provenance: string;
  /** SHA-256, in hex, of everything that determines the digits of the source. */
  readonly digest: string;
  /** The digits for training (60 000 in MNIST). The result is cached by view. */
  training(view: View): Digits;
  /** The digits for testing (10 000 in MNIST). The result is cached by view. */
  test(view: View): Digits;
}
