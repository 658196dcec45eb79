/**
 * Slant of an image: the slope μ₁₁ / μ₀₂ of the regression of x on y over its ink, with x to the right and y upwards. Deskewing of handwriting by
 * moments removes this slope. A shear by s, which moves a point y rows above the middle right by s·y, adds s, up to the rounding of pixels.
 * NaN when all ink lies in one row, or there is no ink.
 * @param images pixels ≥ 0, row by row.
 * @param at place of the image's first pixel.
 */
export function slant(images: ArrayLike<number>, side: number, at = 0): number {
  let ink = 0;
  let x = 0;
  let y = 0;
  let highest = side;
  let lowest = -1;
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const value = images[at + row * side + column]!;
      if (value === 0) continue;
      ink += value;
      x += value * column;
      y -= value * row;
      highest = Math.min(highest, row);
      lowest = row;
    }
  }
  if (lowest <= highest) return Number.NaN;
  let xy = 0;
  let yy = 0;
  for (let row = highest; row <= lowest; row++) {
    const above = -row - y / ink;
    for (let column = 0; column < side; column++) {
      const value = images[at + row * side + column]!;
      xy += value * above * (column - x / ink);
      yy += value * above * above;
    }
  }
  return xy / yy;
}

/** Mean slant of those of `count` images that have a slant. NaN when none has. */
export function meanSlant(images: Uint8Array | Float32Array, count: number, side: number): number {
  let sum = 0;
  let slanted = 0;
  for (let i = 0; i < count; i++) {
    const value = slant(images, side, i * side * side);
    if (Number.isNaN(value)) continue;
    sum += value;
    slanted++;
  }
  return sum / slanted;
}
