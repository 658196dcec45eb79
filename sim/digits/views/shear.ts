import { GRAY_SIDE } from './gray.ts';

/** Height of the middle of the image, in rows below the middle of the top row. */
const MIDDLE = (GRAY_SIDE - 1) / 2;

/**
 * Shears the gray image that starts at `from` about the middle row: what lies y rows above it moves right by shear·y,
 * interpolated linearly between pixels. What moves out of the image is lost; what moves in is paper.
 * @param into 784 values, overwritten.
 */
export function shearImage(intensities: Uint8Array, from: number, shear: number, into: Float64Array): void {
  into.fill(0);
  for (let row = 0; row < GRAY_SIDE; row += 1) {
    const shift = shear * (MIDDLE - row);
    const whole = Math.floor(shift);
    const fraction = shift - whole;
    const start = row * GRAY_SIDE;
    for (let column = 0; column < GRAY_SIDE; column += 1) {
      const gray = intensities[from + start + column]!;
      // Four pixels of five are paper, and have nothing to move.
      if (gray === 0) continue;
      const left = column + whole;
      const right = left + 1;
      if (left >= 0 && left < GRAY_SIDE) into[start + left] = into[start + left]! + (1 - fraction) * gray;
      if (right >= 0 && right < GRAY_SIDE) into[start + right] = into[start + right]! + fraction * gray;
    }
  }
}
