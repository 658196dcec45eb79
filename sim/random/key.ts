import { createHash } from 'node:crypto';

/** The eight 32-bit words that SHA-256 makes of a family's name. */
export type FamilyKey = Int32Array;

/**
 * The key of one family of streams: SHA-256 of the JSON array [seed, claim, draw], which no two names share.
 * @throws RangeError when seed or draw is no safe integer (JSON would not tell NaN from Infinity, nor 2⁵³ from 2⁵³+1).
 */
export function familyKey(seed: number, claim: string, draw: number): FamilyKey {
  for (const [name, value] of Object.entries({ seed, draw })) {
    if (!Number.isSafeInteger(value))
      throw new RangeError(`${name} = ${value}: a whole number within ±(2⁵³−1) is needed`);
  }
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, claim, draw]))
    .digest();
  return Int32Array.from({ length: 8 }, (_, word) => digest.readInt32LE(4 * word));
}

/** lowbias32 of hash-prospector (Wellons 2018): a bijection of 32 bits whose avalanche is within 0.2 % of ideal. */
function finalize(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0xd35a2d97);
  return x ^ (x >>> 15);
}

/**
 * Writes the 128-bit state of one replicate of a family into `state`.
 * Two passes of a finalizer chain carry every bit of the replicate into every word. The chain is a bijection of
 * (low, high) in its first two words, so replicates of a family never share a state.
 * @throws RangeError when replicate is no whole number in [0, 2⁵³).
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
