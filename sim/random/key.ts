import { createHash } from 'node:crypto';

/** The key of a family of streams: the eight 32-bit words of a SHA-256 digest. */
export type FamilyKey = Int32Array;

/**
 * The key of the family of streams (seed, name, index): the SHA-256 of these three as a JSON array.
 * @throws RangeError when seed or index is not a safe integer. Other numbers may have the same JSON, as NaN and Infinity have.
 */
export function familyKey(seed: number, name: string, index: number): FamilyKey {
  for (const [argument, value] of Object.entries({ seed, index })) {
    if (!Number.isSafeInteger(value))
      throw new RangeError(`${argument} = ${value}: a whole number within ±(2⁵³−1) is needed`);
  }
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, name, index]))
    .digest();
  return Int32Array.from({ length: 8 }, (_, word) => digest.readInt32LE(4 * word));
}

/** lowbias32 of hash-prospector (Wellons 2018): a bijection of 32 bits. Its avalanche is within 0.2 % of the ideal. */
function finalize(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0xd35a2d97);
  return x ^ (x >>> 15);
}

/**
 * Writes the 128-bit state of one replicate of a family into `state`.
 * After two passes of the finalizer over the four words, every word depends on every bit of the replicate. The first pass is a bijection of the
 * replicate's two halves onto the first two words, so that no two replicates of a family have the same state.
 * @throws RangeError when replicate is not a whole number in [0, 2⁵³).
 */
export function replicateState(key: FamilyKey, replicate: number, state: Int32Array): void {
  if (!(Number.isSafeInteger(replicate) && replicate >= 0)) {
    throw new RangeError(`replicate = ${replicate}: a whole number in [0, 2⁵³) is needed`);
  }
  let a = finalize(key[0]! ^ (replicate | 0));
  let b = finalize(key[1]! ^ a ^ ((replicate / 2 ** 32) | 0));
  let c = finalize(key[2]! ^ b);
  let d = finalize(key[3]! ^ c);
  a = finalize(key[4]! ^ a ^ d);
  b = finalize(key[5]! ^ b ^ a);
  c = finalize(key[6]! ^ c ^ b);
  d = finalize(key[7]! ^ d ^ c);
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}
