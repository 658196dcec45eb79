import { GRAY_SIDE } from './gray.ts';

/** The middle row of the image: its distance from the top row, in rows. */
const MIDDLE_ROW = (GRAY_SIDE - 1) / 2;

/**
 * Shears the gray image that starts at `from` about the middle row: a point y rows above this row moves right by shear·y, with linear interpolation
 * between pixels. Points that leave the image are lost, and the space that becomes free is paper.
 * @param into receives 784 values.
 */
export function shearImage(intensities: Uint8Array, from: number, shear: number, into: Float64Array): void {
  into.fill(0);
  for (let row = 0; row < GRAY_SIDE; row += 1) {
    const shift = shear * (MIDDLE_ROW - row);
    const whole = Math.floor(shift);
    const fraction = shift - whole;
    const start = row * GRAY_SIDE;
    for (let column = 0; column < GRAY_SIDE; column += 1) {
      const gray = intensities[from + start + column]!;
      // Four of five pixels are paper, which need not be moved.
      if (gray === 0) continue;
      const left = column + whole;
      const right = left + 1;
      if (left >= 0 && left < GRAY_SIDE) into[start + left] = into[start + left]! + (1 - fraction) * gray;
      if (right >= 0 && right < GRAY_SIDE) into[start + right] = into[start + right]! + fraction * gray;
    }
  }
}
