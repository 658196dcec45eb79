import { GRID } from './procedural-hand.ts';

/**
 * Draws the segment (fromX, fromY)–(toX, toY), with round ends, into `coverage` (28 × 28, row by row): the share of each pixel
 * under the pen, to be ½ where the pen's edge runs through the middle of the pixel. Keeps the larger of the new and the old.
 */
export function drawSegment(
  coverage: Float32Array,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  radius: number,
): void {
  const reach = radius + 0.5;
  const left = Math.max(0, Math.ceil(Math.min(fromX, toX) - reach - 0.5));
  const right = Math.min(GRID - 1, Math.floor(Math.max(fromX, toX) + reach - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(fromY, toY) - reach - 0.5));
  const bottom = Math.min(GRID - 1, Math.floor(Math.max(fromY, toY) + reach - 0.5));
  const alongX = toX - fromX;
  const alongY = toY - fromY;
  // A segment of no length is a dot: any positive divisor gives its only point.
  const perLength = 1 / (alongX * alongX + alongY * alongY || 1);
  for (let row = top; row <= bottom; row += 1) {
    const y = row + 0.5 - fromY;
    for (let column = left; column <= right; column += 1) {
      const x = column + 0.5 - fromX;
      const share = Math.min(1, Math.max(0, (x * alongX + y * alongY) * perLength));
      const offX = x - share * alongX;
      const offY = y - share * alongY;
      const squared = offX * offX + offY * offY;
      if (squared >= reach * reach) continue;
      const covered = Math.min(1, reach - Math.sqrt(squared));
      const at = row * GRID + column;
      if (covered > coverage[at]!) coverage[at] = covered;
    }
  }
}

/** Writes the image as black and white: ink where the coverage (at side 14 its mean over 2×2 pixels) exceeds ½. */
export function threshold(coverage: Float32Array, side: 14 | 28, pixels: Uint8Array): void {
  if (side === GRID) {
    for (let i = 0; i < pixels.length; i += 1) pixels[i] = coverage[i]! > 0.5 ? 1 : 0;
    return;
  }
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const at = 2 * row * GRID + 2 * column;
      const sum = coverage[at]! + coverage[at + 1]! + coverage[at + GRID]! + coverage[at + GRID + 1]!;
      pixels[row * side + column] = sum > 2 ? 1 : 0;
    }
  }
}
