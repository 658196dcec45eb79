import { toss } from './coins.ts';
import { type Draw, fillInside, INDEX_BITS, type Tally, tallyInside } from './inside.ts';
import { type FamilyKey, familyKey, replicateState } from './key.ts';
import { beyondEdges, density, HEIGHTS, INSIDE, LAYERS, WIDTH } from './ziggurat.ts';

/** Normals that are made together when one is needed. More would be wasted in a short replicate; fewer would not pay for the call. */
const BUFFERED_NORMALS = 32;

/** Words of sfc32 that are discarded after seeding. PractRand discards 12, but its seed has fewer words than this key. */
const DISCARDED_WORDS = 16;

/**
 * The random numbers of one replicate. Words come from sfc32 (Doty-Humphrey, PractRand: 128-bit state with a counter, every cycle is at least
 * 2³² long). Normals come from a ziggurat with 53-bit magnitudes, whose bits are disjoint from those of layer and sign (Doornik 2005). Single
 * normals are made in small batches. Those that a replicate does not use are discarded.
 */
export class Stream {
  readonly #buffer = new Float64Array(BUFFERED_NORMALS);
  #position = 0;
  #end = 0;
  #sign = 1;
  readonly #pending: Draw = { index: 0, magnitude: 0 };
  readonly #state = new Int32Array(4);

  /** Starts the stream of a replicate of the family from its beginning. A reflected stream has the same normals with opposite signs. */
  rekey(family: FamilyKey, replicate: number, reflected = false): this {
    replicateState(family, replicate, this.#state);
    for (let word = 0; word < DISCARDED_WORDS; word++) this.uint32();
    this.#position = 0;
    this.#end = 0;
    this.#sign = reflected ? -1 : 1;
    return this;
  }

  /** A whole number uniform on [0, 2³²). */
  uint32(): number {
    const state = this.#state;
    const b = state[1]!;
    const c = state[2]!;
    const sum = (state[0]! + b + state[3]!) | 0;
    state[3] = state[3]! + 1;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** A number uniform on the 2⁵² midpoints (k + ½)·2⁻⁵² of (0, 1). It is never 0 or 1. */
  uniform(): number {
    const high = this.uint32() >>> 12;
    return (high * 2 ** 32 + this.uint32() + 0.5) * 2 ** -52;
  }

  /**
   * Tosses a coin for each of the first `count` probabilities, in steps of 2⁻¹⁶, and writes 1 or 0 into out[at …]. A word gives two coins, the
   * first from its upper half. When count is odd, the lower half of the last word is not used.
   */
  toss(probabilities: Float32Array, count: number, out: Float32Array, at: number): void {
    toss(this.#state, probabilities, count, out, at);
  }

  /** A standard normal. */
  normal(): number {
    if (this.#position === this.#end) this.#refill();
    return this.#sign * this.#buffer[this.#position++]!;
  }

  /** Writes `count` standard normals into out, the same as `count` calls of normal() would give. */
  fillNormal(out: Float64Array, count: number = out.length): void {
    const buffered = Math.min(count, this.#end - this.#position);
    for (let i = 0; i < buffered; i++) out[i] = this.#buffer[this.#position++]!;
    this.#generate(out, buffered, count);
    if (this.#sign < 0) for (let i = 0; i < count; i++) out[i] = -out[i]!;
  }

  /**
   * Draws normals z until the tally has `count` numbers offset + z with |offset + z| ≤ reach, and adds them up. The normals are the same as calls
   * of normal() would give. It never returns where no normal can fall within the reach.
   */
  tallyWithin(offset: number, reach: number, count: number, tally: Tally): void {
    // |offset − z| = |−offset + z|: a reflected stream tallies the reflected range.
    tally.sum *= this.#sign;
    this.#tally(this.#sign * offset, reach, count, tally);
    tally.sum *= this.#sign;
  }

  #tally(offset: number, reach: number, count: number, tally: Tally): void {
    while (tally.accepted < count && this.#position < this.#end) {
      tallyOne(offset + this.#buffer[this.#position++]!, reach, tally);
    }
    while (!tallyInside(this.#state, offset, reach, count, tally, this.#pending)) {
      tallyOne(offset + this.#edge(), reach, tally);
    }
  }

  /** Makes the next batch of single normals. To be called only when none is left. */
  #refill(): void {
    this.#position = 0;
    this.#end = BUFFERED_NORMALS;
    this.#generate(this.#buffer, 0, BUFFERED_NORMALS);
  }

  /** Writes normals into out[from … to−1], without reflection. */
  #generate(out: Float64Array, from: number, to: number): void {
    let made = fillInside(this.#state, out, from, to, this.#pending);
    while (made < to) {
      out[made] = this.#edge();
      made = fillInside(this.#state, out, made + 1, to, this.#pending);
    }
  }

  /** The normal of the pending draw, whose magnitude is not inside its layer: from the wedge, from the tail, or from a new draw. */
  #edge(): number {
    let { index, magnitude } = this.#pending;
    for (;;) {
      const layer = index & (LAYERS - 1);
      const x = magnitude * WIDTH[index]!;
      if (magnitude < INSIDE[index]!) return x;
      if (layer === 0) return index < LAYERS ? beyondEdges(this) : -beyondEdges(this);
      const bottom = HEIGHTS[layer]!;
      const top = HEIGHTS[layer + 1]!;
      if (bottom + this.uniform() * (top - bottom) < density(x)) return x;
      const high = this.uint32();
      index = high & INDEX_BITS;
      magnitude = (high >>> 11) * 2 ** 32 + this.uint32();
    }
  }
}

function tallyOne(place: number, reach: number, tally: Tally): void {
  tally.proposals++;
  if (Math.abs(place) > reach) return;
  tally.accepted++;
  tally.sum += place;
}

/** The streams of one (seed, name, index), by replicate. */
export interface StreamFamily {
  /**
   * The stream of a replicate, from its beginning. The family has one Stream object and uses it again: a call ends the stream of the call before.
   * No memory is allocated.
   * @throws RangeError when replicate is not a whole number in [0, 2⁵³).
   */
  at(replicate: number): Stream;
  /** As at(), but every normal has the opposite sign. Uniforms are the same. */
  reflectedAt(replicate: number): Stream;
}

/**
 * The family of streams of (seed, name, index). Families are independent: `name` says what the numbers are for, and `index` numbers its cases.
 * @throws RangeError when seed or index is not a safe integer.
 */
export function streamFamily(seed: number, name: string, index: number): StreamFamily {
  const key = familyKey(seed, name, index);
  const stream = new Stream();
  return {
    at: (replicate) => stream.rekey(key, replicate),
    reflectedAt: (replicate) => stream.rekey(key, replicate, true),
  };
}

/** A new Stream object with the stream of one replicate. @throws RangeError as streamFamily and StreamFamily.at do. */
export function keyedStream(seed: number, name: string, index: number, replicate: number): Stream {
  return new Stream().rekey(familyKey(seed, name, index), replicate);
}
