/** Values of the upper or lower half of a word. */
const HALF = 2 ** 16;

/**
 * Writes 1 with each of `count` probabilities, in steps of 2⁻¹⁶, and 0 otherwise, into out[at …], advancing the state (three words
 * and a counter) of sfc32 by a word for two coins. No call, no allocation and no branch in the loop, and the state in locals, as in
 * fillInside: pixels are as good as unpredictable, and a mispredicted branch costs as much as four coins.
 */
export function toss(
  state: Int32Array,
  probabilities: Float32Array,
  count: number,
  out: Float32Array,
  at: number,
): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let counter = state[3]!;
  for (let i = 0; i < count; i += 2) {
    const word = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    out[at + i] = Number(word >>> 16 < probabilities[i]! * HALF);
    if (i + 1 < count) out[at + i + 1] = Number((word & 0xffff) < probabilities[i + 1]! * HALF);
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = counter;
}
