import { GRAY_SIDE, type GrayDigits } from './gray.ts';
import { shearImage } from './shear.ts';
import type { Images } from './source-of-views.ts';
import { poolAndThreshold, threshold } from './threshold.ts';
import type { CompleteView } from './view.ts';

/** The images of the view's classes, in their order. They are sheared, averaged over 2×2 blocks for a side of 14, and made black and white. */
export function viewOfGray(gray: GrayDigits, { side, shear, classes }: CompleteView): Images {
  const chosen = ofClasses(gray, classes);
  const pixels = new Uint8Array(chosen.length * side * side);
  const size = GRAY_SIDE * GRAY_SIDE;
  const image = new Float64Array(size);
  const toBlackAndWhite = side === 14 ? poolAndThreshold : threshold;
  for (let i = 0; i < chosen.length; i += 1) {
    shearImage(gray.intensities, chosen[i]! * size, shear, image);
    toBlackAndWhite(image, pixels, i * side * side);
  }
  return { count: chosen.length, side, pixels, labels: Uint8Array.from(chosen, (i) => gray.labels[i]!) };
}

function ofClasses({ count, labels }: GrayDigits, classes: readonly number[]): Uint32Array {
  const chosen = new Uint32Array(count);
  let kept = 0;
  for (let i = 0; i < count; i += 1) if (classes.includes(labels[i]!)) chosen[kept++] = i;
  return chosen.subarray(0, kept);
}
