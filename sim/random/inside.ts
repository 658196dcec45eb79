import { INSIDE, LAYERS, WIDTH } from './ziggurat.ts';

/**
 * The hot loops of the generator: sfc32 (Doty-Humphrey, PractRand) feeding the ziggurat, for as long as draws fall inside their
 * layer, as 98.5 % do. No call and no allocation in them, and the state in locals: each would cost more than the arithmetic.
 */

/** A draw before it is a normal: layer and sign (the index of WIDTH) and 53-bit magnitude. */
export interface Draw {
  index: number;
  magnitude: number;
}

/** Bits 0–7 of a draw's first word are the layer, bit 8 its sign; bits 11–31 and the second word are its magnitude. */
export const INDEX_BITS = 2 * LAYERS - 1;

/** Numbers that fell within a range: how many, their sum, and how many were drawn for them. */
export interface Tally {
  accepted: number;
  sum: number;
  proposals: number;
}

/**
 * Writes normals into out[from … to−1], advancing the state (three words and a counter), up to the first draw that is not inside its
 * layer: that one goes to `pending`, and its place is returned. Returns `to` when all were inside.
 */
export function fillInside(state: Int32Array, out: Float64Array, from: number, to: number, pending: Draw): number {
  const width = WIDTH;
  const inside = INSIDE;
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let counter = state[3]!;
  let i = from;
  for (; i < to; i++) {
    const high = (a + b + counter) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + high) | 0;
    const low = (a + b + counter + 1) | 0;
    counter = (counter + 2) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + low) | 0;
    const index = high & INDEX_BITS;
    const magnitude = (high >>> 11) * 2 ** 32 + (low >>> 0);
    if (magnitude >= inside[index]!) {
      pending.index = index;
      pending.magnitude = magnitude;
      break;
    }
    out[i] = magnitude * width[index]!;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = counter;
  return i;
}

/**
 * As fillInside, but tallies those offset + z that lie within ±reach instead of writing z, until `count` of them are tallied:
 * cheaper than to write, as the arithmetic hides behind the generator's. Returns whether it got there; if not, a draw is pending.
 * The generator is spelled out twice because a shared function would not be inlined.
 */
export function tallyInside(
  state: Int32Array,
  offset: number,
  reach: number,
  count: number,
  tally: Tally,
  pending: Draw,
): boolean {
  const width = WIDTH;
  const inside = INSIDE;
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let counter = state[3]!;
  const start = counter;
  let { accepted, sum } = tally;
  let whole = true;
  while (accepted < count) {
    const high = (a + b + counter) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + high) | 0;
    const low = (a + b + counter + 1) | 0;
    counter = (counter + 2) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + low) | 0;
    const index = high & INDEX_BITS;
    const magnitude = (high >>> 11) * 2 ** 32 + (low >>> 0);
    if (magnitude >= inside[index]!) {
      pending.index = index;
      pending.magnitude = magnitude;
      whole = false;
      break;
    }
    const place = offset + magnitude * width[index]!;
    // Branch-free: at middling acceptance a mispredicted branch would cost as much as the draw.
    const kept = Number(Math.abs(place) <= reach);
    sum += kept * place;
    accepted = (accepted + kept) | 0;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = counter;
  tally.accepted = accepted;
  tally.sum = sum;
  // The counter goes by two a draw.
  tally.proposals += ((counter - start) >>> 1) - Number(!whole);
  return whole;
}
