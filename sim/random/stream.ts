import { toss } from './coins.ts';
import { type Draw, fillInside, INDEX_BITS, type Tally, tallyInside } from './inside.ts';
import { type FamilyKey, familyKey, replicateState } from './key.ts';
import { beyondEdges, density, HEIGHTS, INSIDE, LAYERS, WIDTH } from './ziggurat.ts';

/** Normals made ahead when one is asked for: enough to amortize the call, few enough for a short replicate to waste. */
const AHEAD = 32;

/** Rounds that sfc32 discards after seeding: more than the 12 of PractRand's own seeding, for three full words of key. */
const WARM_UP = 16;

/**
 * Random numbers of one replicate: sfc32 (Doty-Humphrey, PractRand: 128-bit state with a counter, every cycle ≥ 2³² long)
 * and normals by a ziggurat with 53-bit magnitudes, whose bits are disjoint from those of layer and sign (Doornik 2005).
 * Normals asked for one by one are made some ahead; those not used when the replicate ends are lost, and nobody misses them.
 */
export class Stream {
  readonly #ahead = new Float64Array(AHEAD);
  #position = 0;
  #end = 0;
  #sign = 1;
  readonly #pending: Draw = { index: 0, magnitude: 0 };
  readonly #state = new Int32Array(4);

  /** Starts the stream of a replicate of the family from its beginning; a reflected one gives the same normals negated. */
  rekey(family: FamilyKey, replicate: number, reflected = false): this {
    replicateState(family, replicate, this.#state);
    for (let round = 0; round < WARM_UP; round++) this.uint32();
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

  /** A number uniform on the 2⁵² midpoints (k + ½)·2⁻⁵² of (0, 1): never 0 or 1. */
  uniform(): number {
    const high = this.uint32() >>> 12;
    return (high * 2 ** 32 + this.uint32() + 0.5) * 2 ** -52;
  }

  /**
   * Tosses a coin for each of the first `count` probabilities, in steps of 2⁻¹⁶, and writes 1 or 0 into out[at …]: a word is two coins,
   * the first of them its upper half. The second half of the last word is lost when count is odd.
   */
  toss(probabilities: Float32Array, count: number, out: Float32Array, at: number): void {
    toss(this.#state, probabilities, count, out, at);
  }

  /** A standard normal. */
  normal(): number {
    if (this.#position === this.#end) this.#refill();
    return this.#sign * this.#ahead[this.#position++]!;
  }

  /** Writes `count` standard normals into out: the same that as many calls of normal() would give. */
  fillNormal(out: Float64Array, count: number = out.length): void {
    const ahead = Math.min(count, this.#end - this.#position);
    for (let i = 0; i < ahead; i++) out[i] = this.#ahead[this.#position++]!;
    this.#generate(out, ahead, count);
    if (this.#sign < 0) for (let i = 0; i < count; i++) out[i] = -out[i]!;
  }

  /**
   * Draws normals z until `count` in all with |offset + z| ≤ reach are tallied: their number, the sum of offset + z, and the draws.
   * The same normals as calls of normal() would give, at the price of making them. For ever, where none fall within the reach.
   */
  tallyWithin(offset: number, reach: number, count: number, tally: Tally): void {
    // |offset − z| = |−offset + z|: a reflected tally is that of the reflected range.
    tally.sum *= this.#sign;
    this.#tally(this.#sign * offset, reach, count, tally);
    tally.sum *= this.#sign;
  }

  #tally(offset: number, reach: number, count: number, tally: Tally): void {
    while (tally.accepted < count && this.#position < this.#end) {
      tallyOne(offset + this.#ahead[this.#position++]!, reach, tally);
    }
    while (!tallyInside(this.#state, offset, reach, count, tally, this.#pending)) {
      tallyOne(offset + this.#edge(), reach, tally);
    }
  }

  /** Makes normals ahead. Only when none is left. */
  #refill(): void {
    this.#position = 0;
    this.#end = AHEAD;
    this.#generate(this.#ahead, 0, AHEAD);
  }

  /** Writes normals into out[from … to−1], not reflected. */
  #generate(out: Float64Array, from: number, to: number): void {
    let made = fillInside(this.#state, out, from, to, this.#pending);
    while (made < to) {
      out[made] = this.#edge();
      made = fillInside(this.#state, out, made + 1, to, this.#pending);
    }
  }

  /** Finishes the pending draw, whose magnitude is not inside its layer: by the wedge, by the tail, or by drawing anew. */
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

/** The streams of one (seed, claim, draw), by replicate. */
export interface StreamFamily {
  /**
   * The stream of a replicate, from its beginning. The family owns one Stream and re-keys it: the stream of the
   * previous call is void. Allocates nothing.
   * @throws RangeError when replicate is no whole number in [0, 2⁵³).
   */
  at(replicate: number): Stream;
  /** As at(), with every normal negated and every uniform as it was. */
  reflectedAt(replicate: number): Stream;
}

/**
 * The family of streams named (seed, claim, draw).
 * @throws RangeError when seed or draw is no safe integer.
 */
export function streamFamily(seed: number, claim: string, draw: number): StreamFamily {
  const key = familyKey(seed, claim, draw);
  const stream = new Stream();
  return {
    at: (replicate) => stream.rekey(key, replicate),
    reflectedAt: (replicate) => stream.rekey(key, replicate, true),
  };
}

/** A stream of its own for (seed, claim, draw, replicate). @throws RangeError as streamFamily and at. */
export function keyedStream(seed: number, claim: string, draw: number, replicate: number): Stream {
  return new Stream().rekey(familyKey(seed, claim, draw), replicate);
}
