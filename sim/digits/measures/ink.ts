/**
 * Mean share of an image that is ink: 0 on blank paper, 1 all black.
 * @param images count images of `size` pixels of 0 … 1.
 */
export function meanInk(images: Uint8Array | Float32Array, count: number, size: number): number {
  let sum = 0;
  for (let i = 0; i < count * size; i++) sum += images[i]!;
  return sum / (count * size);
}
