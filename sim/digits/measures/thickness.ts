import { CLASSES, type Digits } from '../digits.ts';

/**
 * Mean width, in pixels, of the strokes of the black-and-white image that starts at `from`: 2·ink / outline. The outline is the number of pixel
 * borders between ink and paper, and everything outside of the image is paper. A long bar of width w has about thickness w. 0 for a blank image.
 */
export function strokeThickness(pixels: Uint8Array, from: number, side: number): number {
  let ink = 0;
  let inner = 0;
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const at = from + row * side + column;
      if (pixels[at] === 0) continue;
      ink += 1;
      if (column + 1 < side && pixels[at + 1] === 1) inner += 1;
      if (row + 1 < side && pixels[at + side] === 1) inner += 1;
    }
  }
  // Each ink pixel has four borders. A border between two ink pixels is no outline for either of them.
  return ink === 0 ? 0 : (2 * ink) / (4 * ink - 2 * inner);
}

/**
 * Indices of the share of each class with the thickest strokes, in rising order. The number in each class is rounded, and at least one if the
 * class occurs. Of equally thick digits, the earlier ones are taken.
 */
export function thickestOfEachClass(
  digits: Pick<Digits, 'count' | 'side' | 'pixels' | 'labels'>,
  share: number,
): number[] {
  const { count, side, pixels, labels } = digits;
  const thickness = new Float64Array(count);
  const byClass = Array.from({ length: CLASSES }, (): number[] => []);
  for (let i = 0; i < count; i += 1) {
    thickness[i] = strokeThickness(pixels, i * side * side, side);
    byClass[labels[i]!]!.push(i);
  }
  return byClass
    .flatMap((members) =>
      members
        .sort((a, b) => thickness[b]! - thickness[a]! || a - b)
        .slice(0, Math.max(1, Math.round(share * members.length))),
    )
    .sort((a, b) => a - b);
}
