import { type FamilyKey, familyKey, replicateState } from './key.ts';
import { density, EDGES, INSIDE, LAYERS, TAIL_START, WIDTH } from './ziggurat.ts';

/** Fewest normals that a refill makes: enough to amortize the call, few enough for a short replicate to waste. */
const LEAST_REFILL = 32;

/** Most normals that a refill makes: 4 KiB, well within the first-level cache. */
const LARGEST_REFILL = 512;

/** Rounds that sfc32 discards after seeding: more than the 12 of PractRand's own seeding, for three full words of key. */
const WARM_UP = 16;

/** Bits 0–7 of a draw's first word are the layer, bit 8 its sign; bits 11–31 and the second word are its 53-bit magnitude. */
const INDEX_BITS = 2 * LAYERS - 1;

/**
 * Random numbers of one replicate: sfc32 (Doty-Humphrey, PractRand: 128-bit state with a counter, every cycle ≥ 2³² long)
 * and normals by a ziggurat with 53-bit magnitudes, whose bits are disjoint from those of layer and sign (Doornik 2005).
 * Normals are made ahead into `normals`; a hot loop may read normals[position … end−1] and advance `position` itself.
 */
export class Stream {
  /** Normals made ahead; those in [position, end) are unused. */
  readonly normals = new Float64Array(LARGEST_REFILL);
  position = 0;
  end = 0;
  #reflected = false;
  /** The draw that generateInside() stopped at. */
  #index = 0;
  #magnitude = 0;
  readonly #state = new Int32Array(4);

  /** Starts the stream of a replicate of the family from its beginning; a reflected one gives the same normals negated. */
  rekey(family: FamilyKey, replicate: number, reflected = false): this {
    replicateState(family, replicate, this.#state);
    for (let round = 0; round < WARM_UP; round++) this.uint32();
    this.position = 0;
    this.end = 0;
    this.#reflected = reflected;
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

  /** A standard normal. */
  normal(): number {
    if (this.position === this.end) this.refill(LEAST_REFILL);
    return this.normals[this.position++]!;
  }

  /** Writes `count` standard normals into out: the same that as many calls of normal() would give. */
  fillNormal(out: Float64Array, count: number = out.length): void {
    if (this.position === this.end && count >= LARGEST_REFILL) {
      this.#generate(out, count);
      return;
    }
    // By way of the buffer, so that short rows share a refill.
    for (let i = 0; i < count; i++) {
      if (this.position === this.end) this.refill(count - i);
      out[i] = this.normals[this.position++]!;
    }
  }

  /** Makes normals ahead, `wanted` of them if that is within reason. Only when position has reached end. */
  refill(wanted: number): void {
    this.end = Math.max(LEAST_REFILL, Math.min(wanted, LARGEST_REFILL));
    this.position = 0;
    this.#generate(this.normals, this.end);
  }

  #generate(out: Float64Array, count: number): void {
    let made = this.#generateInside(out, 0, count);
    while (made < count) {
      out[made] = this.#edge(this.#index, this.#magnitude);
      made = this.#generateInside(out, made + 1, count);
    }
    if (this.#reflected) for (let i = 0; i < count; i++) out[i] = -out[i]!;
  }

  /** Writes normals from out[from] on, up to the first draw that is not inside its layer, and returns the place of that one. */
  #generateInside(out: Float64Array, from: number, to: number): number {
    const state = this.#state;
    // State and tables live in locals: a store and a load a word, or a module binding a draw, would cost more than the arithmetic.
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
        this.#index = index;
        this.#magnitude = magnitude;
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

  /** Finishes a draw whose magnitude is not inside its layer: by the wedge, by the tail, or by drawing anew. */
  #edge(firstIndex: number, firstMagnitude: number): number {
    let index = firstIndex;
    let magnitude = firstMagnitude;
    for (;;) {
      const layer = index & (LAYERS - 1);
      const x = magnitude * WIDTH[index]!;
      if (magnitude < INSIDE[index]!) return x;
      if (layer === 0) return index < LAYERS ? this.#tail() : -this.#tail();
      const bottom = density(EDGES[layer]!);
      const top = density(EDGES[layer + 1]!);
      if (bottom + this.uniform() * (top - bottom) < density(x)) return x;
      const high = this.uint32();
      index = high & INDEX_BITS;
      magnitude = (high >>> 11) * 2 ** 32 + this.uint32();
    }
  }

  /** |x| beyond the last edge (Marsaglia 1964). */
  #tail(): number {
    for (;;) {
      const beyond = -Math.log(this.uniform()) / TAIL_START;
      if (-2 * Math.log(this.uniform()) > beyond * beyond) return TAIL_START + beyond;
    }
  }
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
