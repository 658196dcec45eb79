import { GRAY_SIDE } from './gray.ts';

/** Gray levels above this one are ink: half of the largest level. */
const INK_LEVEL = 255 / 2;

/** Writes the black-and-white image of a gray 28×28 image into `into` from `at` on. A pixel is ink if its gray level is above ½. */
export function threshold(gray: ArrayLike<number>, into: Uint8Array, at: number): void {
  for (let i = 0; i < GRAY_SIDE * GRAY_SIDE; i += 1) into[at + i] = gray[i]! > INK_LEVEL ? 1 : 0;
}

/** Writes the 14×14 black-and-white image of a gray 28×28 image into `into` from `at` on. A pixel is ink if the mean of its 2×2 block is above ½. */
export function poolAndThreshold(gray: ArrayLike<number>, into: Uint8Array, at: number): void {
  let place = at;
  for (let row = 0; row < GRAY_SIDE; row += 2) {
    for (let column = 0; column < GRAY_SIDE; column += 2) {
      const corner = row * GRAY_SIDE + column;
      const below = corner + GRAY_SIDE;
      into[place++] = gray[corner]! + gray[corner + 1]! + gray[below]! + gray[below + 1]! > 4 * INK_LEVEL ? 1 : 0;
    }
  }
}
