import { GRAY_SIDE } from './gray.ts';

/** Gray levels above half of a byte's largest value are ink. */
const HALF = 255 / 2;

/** Writes at `at` the 28×28 black-and-white image of a gray one: ink where the gray is above ½. */
export function threshold(gray: ArrayLike<number>, into: Uint8Array, at: number): void {
  for (let i = 0; i < GRAY_SIDE * GRAY_SIDE; i += 1) into[at + i] = gray[i]! > HALF ? 1 : 0;
}

/** Writes at `at` the 14×14 black-and-white image of a gray 28×28 one: ink where the mean of a 2×2 block is above ½. */
export function poolAndThreshold(gray: ArrayLike<number>, into: Uint8Array, at: number): void {
  let place = at;
  for (let row = 0; row < GRAY_SIDE; row += 2) {
    for (let column = 0; column < GRAY_SIDE; column += 2) {
      const corner = row * GRAY_SIDE + column;
      const below = corner + GRAY_SIDE;
      into[place++] = gray[corner]! + gray[corner + 1]! + gray[below]! + gray[below + 1]! > 4 * HALF ? 1 : 0;
    }
  }
}
