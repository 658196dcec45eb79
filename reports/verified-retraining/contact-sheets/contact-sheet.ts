import { encode } from 'fast-png';

/** Square gray images to lay out in a grid. */
export interface ContactSheet {
  /** Pixels along an edge of an image. */
  readonly side: number;
  /** Images in a row; the last row may have fewer. */
  readonly columns: number;
  /** count × side² values, 0 (paper) … 255 (ink), image by image. */
  readonly images: Uint8Array;
  /** Pixels of the sheet for each pixel of an image, along an edge. */
  readonly scale: number;
}

/** Pixels between images and around them: the least that separates. */
const GAP = 1;

/** Paper is white and ink is black; the lines between images are neither. */
const GAP_BRIGHTNESS = 128;

/**
 * A grayscale PNG of the images in reading order, ink dark on white, enlarged without smoothing, with gray lines between them.
 * @throws RangeError when side, columns or scale is no positive whole number, when there is no image, or when an image is not complete.
 */
export function contactSheet({ side, columns, images, scale }: ContactSheet): Uint8Array {
  for (const [name, value] of Object.entries({ side, columns, scale })) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new RangeError(`${name} of a contact sheet is ${value}: positive whole numbers are allowed`);
    }
  }
  const count = images.length / side ** 2;
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new RangeError(`a contact sheet has ${images.length} pixels: a positive multiple of ${side ** 2} is allowed`);
  }
  const cell = side * scale + GAP;
  const width = columns * cell + GAP;
  const height = Math.ceil(count / columns) * cell + GAP;
  const data = new Uint8Array(width * height).fill(GAP_BRIGHTNESS);
  for (let image = 0; image < count; image += 1) {
    const left = GAP + (image % columns) * cell;
    const top = GAP + Math.floor(image / columns) * cell;
    for (let y = 0; y < side * scale; y += 1) {
      const row = (image * side + Math.floor(y / scale)) * side;
      const at = (top + y) * width + left;
      for (let x = 0; x < side * scale; x += 1) data[at + x] = 255 - images[row + Math.floor(x / scale)]!;
    }
  }
  return encode({ width, height, data, depth: 8, channels: 1 });
}
