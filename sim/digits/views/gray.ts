/** Pixels along an edge of a gray image. */
export const GRAY_SIDE = 28;

/** Labelled gray images of 28×28 pixels, from which views are made. */
export interface GrayDigits {
  /** Number of images. */
  readonly count: number;
  /** count × 784 values, 0 (paper) … 255 (ink), row by row. */
  readonly intensities: Uint8Array;
  /** count values 0 … 9. */
  readonly labels: Uint8Array;
}
