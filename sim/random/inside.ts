import { INSIDE, LAYERS, WIDTH } from './ziggurat.ts';

/**
 * The innermost loops of the generator: sfc32 (Doty-Humphrey, PractRand) gives draws to the ziggurat for as long as they fall inside their layer,
 * as 98.5 % do. The loops have no call and no allocation, and the state is in local variables: anything else would take longer than the arithmetic.
 */

/** The random bits of one normal: layer and sign (the index of WIDTH), and a 53-bit magnitude. */
export interface Draw {
  index: number;
  magnitude: number;
}

/** Bits 0–7 of a draw's first word are the layer, and bit 8 is the sign. Bits 11–31 and the second word are the magnitude. */
export const INDEX_BITS = 2 * LAYERS - 1;

/** Counts of numbers that fall within a range. */
export interface Tally {
  /** Numbers within the range. */
  accepted: number;
  /** Sum of the numbers within the range. */
  sum: number;
  /** All numbers drawn. */
  proposals: number;
}

/**
 * Writes normals into out[from … to−1] and advances the state (three words and a counter). It stops at the first draw that is not inside its
 * layer, writes this draw into `pending`, and returns its place. It returns `to` when all draws were inside.
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
 * As fillInside, but counts the numbers offset + z that lie within ±reach, and adds them up, until there are `count` of them. Nothing is written,
 * so this is faster. Returns false when it stopped at a draw that is now pending.
 * Both functions contain the generator, because a shared function would not be inlined.
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
    // No branch: where about half of the numbers are accepted, a mispredicted branch would cost as much as the draw.
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
  // The counter advances by two a draw.
  tally.proposals += ((counter - start) >>> 1) - Number(!whole);
  return whole;
}
