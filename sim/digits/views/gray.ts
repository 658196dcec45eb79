/** Pixels along an edge of a gray image. */
export const GRAY_SIDE = 28;

/** Labelled gray 28×28 images, as they are written or rendered: what views are taken of. */
export interface GrayDigits {
  readonly count: number;
  /** count × 784 values, 0 (paper) … 255 (ink), row by row. */
  readonly intensities: Uint8Array;
  /** count values 0 … 9. */
  readonly labels: Uint8Array;
}
