/** Number of values of half a word. */
const HALF_WORDS = 2 ** 16;

/**
 * Tosses `count` coins: writes 1 into out[at + i] with the probability probabilities[i], in steps of 2⁻¹⁶, and 0 otherwise. Two coins take one
 * word of sfc32, whose state (three words and a counter) advances. The loop has no call, no allocation and no branch, and the state is in local
 * variables, as in fillInside: the outcomes are unpredictable, and a mispredicted branch takes as long as four coins.
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
    out[at + i] = Number(word >>> 16 < probabilities[i]! * HALF_WORDS);
    if (i + 1 < count) out[at + i + 1] = Number((word & 0xffff) < probabilities[i + 1]! * HALF_WORDS);
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = counter;
}
