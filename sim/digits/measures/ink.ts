/**
 * Mean share of ink of images: 0 for blank paper, 1 for black images.
 * @param images count images of `size` pixels 0 … 1.
 */
export function meanInk(images: Uint8Array | Float32Array, count: number, size: number): number {
  let sum = 0;
  for (let i = 0; i < count * size; i++) sum += images[i]!;
  return sum / (count * size);
}
