import { GRAY_SIDE } from '../views/gray.ts';

/**
 * Draws the segment from (fromX, fromY) to (toX, toY), with round ends, into a gray image of 28×28 pixels. The gray level is 255 where the pen covers
 * a pixel, and 255/2 where the edge of the pen runs through the middle of a pixel. A pixel keeps the larger of its old and new level. Coordinates
 * are in pixels from the upper left corner of the image. Parts outside of the image are not drawn.
 */
export function drawSegment(
  gray: Float32Array,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  radius: number,
): void {
  const reach = radius + 0.5;
  const left = Math.max(0, Math.ceil(Math.min(fromX, toX) - reach - 0.5));
  const right = Math.min(GRAY_SIDE - 1, Math.floor(Math.max(fromX, toX) + reach - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(fromY, toY) - reach - 0.5));
  const bottom = Math.min(GRAY_SIDE - 1, Math.floor(Math.max(fromY, toY) + reach - 0.5));
  const alongX = toX - fromX;
  const alongY = toY - fromY;
  // A segment of length zero is a dot. Any positive divisor gives its only point.
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
      const covered = 255 * Math.min(1, reach - Math.sqrt(squared));
      const at = row * GRAY_SIDE + column;
      if (covered > gray[at]!) gray[at] = covered;
    }
  }
}
