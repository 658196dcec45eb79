import erfc from '@stdlib/math-base-special-erfc';
import { describe, expect, test } from 'vitest';
import { familyKey, replicateState } from './key.ts';
import { keyedStream, streamFamily } from './stream.ts';
import { cdfBand, chiSquareBound, DEVIATIONS, distanceToCdf, normalCdf } from './testing/goodness-of-fit.ts';
import { INSIDE, TAIL_START, WIDTH } from './ziggurat.ts';

const normals = (count: number, claim: string) => {
  const out = new Float64Array(count);
  keyedStream(1, claim, 0, 0).fillNormal(out);
  return out;
};

const mean = (values: ArrayLike<number>, of: (value: number) => number) => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += of(values[i]!);
  return sum / values.length;
};

/** Bound on |mean of `count` terms − its expectation|, except with probability FALSE_ALARM, from the variance of a term (normal approximation). */
const meanBound = (variance: number, count: number) => DEVIATIONS * Math.sqrt(variance / count);

/** sfc32 as its author defines it, in unsigned arithmetic: (a, b, c, counter) with shifts by 9 and 3, and a rotation by 21. */
const plainSfc32 = (state: Int32Array) => {
  let [a, b, c, counter] = Array.from(state, (word) => BigInt(word >>> 0)) as [bigint, bigint, bigint, bigint];
  const low32 = (value: bigint) => value & 0xffffffffn;
  return () => {
    const word = low32(a + b + counter);
    counter = low32(counter + 1n);
    a = b ^ (b >> 9n);
    b = low32(c + (c << 3n));
    c = low32((low32(c << 21n) | (c >> 11n)) + word);
    return Number(word);
  };
};

describe('a stream', () => {
  test('has the words of sfc32 from the key’s state, without the first sixteen', () => {
    const state = new Int32Array(4);
    replicateState(familyKey(9, 'words', 2), 5, state);
    const plain = plainSfc32(state);
    for (let round = 0; round < 16; round++) plain();
    const stream = keyedStream(9, 'words', 2, 5);
    for (let i = 0; i < 1000; i++) expect(stream.uint32()).toBe(plain());
  });

  test('makes layer, sign and magnitude of a normal from two words', () => {
    const family = streamFamily(9, 'layers', 0);
    let inside = 0;
    for (let replicate = 0; replicate < 200; replicate++) {
      const words = family.at(replicate);
      const pairs = Array.from({ length: 32 }, () => [words.uint32(), words.uint32()] as const);
      const stream = family.at(replicate);
      for (const [high, low] of pairs) {
        const magnitude = (high >>> 11) * 2 ** 32 + low;
        // The first draw outside its layer takes more words, so that later pairs no longer match.
        if (magnitude >= INSIDE[high % 512]!) break;
        expect(stream.normal()).toBe(magnitude * WIDTH[high % 512]!);
        inside++;
      }
    }
    expect(inside).toBeGreaterThan(200);
  });

  test('repeats itself bit for bit under one key', () => {
    const family = streamFamily(3, 'claim', 1);
    const draw = () => {
      const stream = family.at(5);
      return [
        stream.normal(),
        stream.uniform(),
        stream.uint32(),
        ...Array.from({ length: 600 }, () => stream.normal()),
      ];
    };
    const first = draw();
    family.at(6).normal();
    expect(draw()).toEqual(first);
    const alone = keyedStream(3, 'claim', 1, 5);
    expect([alone.normal(), alone.uniform(), alone.uint32()]).toEqual(first.slice(0, 3));
  });

  test('differs from that of any other key', () => {
    const starts = [
      keyedStream(3, 'c', 1, 5),
      keyedStream(4, 'c', 1, 5),
      keyedStream(3, 'd', 1, 5),
      keyedStream(3, 'c', 2, 5),
    ];
    expect(new Set([...starts, keyedStream(3, 'c', 1, 6)].map((stream) => stream.normal())).size).toBe(5);
  });

  test('gives the same normals singly and in blocks', () => {
    const singly = keyedStream(2, 'same', 0, 0);
    const expected = Float64Array.from({ length: 3000 }, () => singly.normal());
    for (const sizes of [[3000], [1, 511, 512, 513, 1463], [7, 600, 1, 2392], [520, 520, 1960]]) {
      const stream = keyedStream(2, 'same', 0, 0);
      const pieces = sizes.map((size) => {
        const piece = new Float64Array(size);
        stream.fillNormal(piece);
        return [...piece];
      });
      expect(Float64Array.from(pieces.flat())).toEqual(expected);
    }
  });

  test.each([1, -1])('tallies the same normals that it returns (sign: %d)', (sign) => {
    const family = streamFamily(2, 'tally', 0);
    const again = () => (sign < 0 ? family.reflectedAt(0) : family.at(0));
    const [offset, reach] = [0.3, 1.1];
    const plain = again();
    const places = Float64Array.from({ length: 5000 }, () => offset + plain.normal());
    const stream = again();
    const tally = { accepted: 0, sum: 0, proposals: 0 };
    // Some normals come from the buffer, some do not, and the first one is not tallied.
    expect(offset + stream.normal()).toBe(places[0]);
    let drawn = 1;
    for (const count of [1, 12, 30, 30, 700, 2500]) {
      stream.tallyWithin(offset, reach, count, tally);
      for (let accepted = places.subarray(1, drawn).filter(within).length; accepted < count; drawn++) {
        accepted += Number(within(places[drawn]!));
      }
      expect(tally.accepted).toBe(count);
      expect(tally.proposals).toBe(drawn - 1);
      const sum = places
        .subarray(1, drawn)
        .filter(within)
        .reduce((a, b) => a + b, 0);
      // Two orders of summation of fewer than 5000 numbers within ±reach.
      expect(Math.abs(tally.sum - sum)).toBeLessThan(5000 ** 2 * Number.EPSILON);
    }
    expect(drawn).toBeGreaterThan(3000);
    expect(offset + stream.normal()).toBe(places[drawn]);

    function within(place: number): boolean {
      return Math.abs(place) <= reach;
    }
  });

  test.each([0, 1, 2, 7, 500])('tosses %d coins, two a word, upper half first', (count) => {
    const family = streamFamily(2, 'coins', 0);
    const words = family.at(0);
    const halves = Array.from({ length: Math.ceil(count / 2) }, () => words.uint32()).flatMap((word) => [
      word >>> 16,
      word & 0xffff,
    ]);
    const next = words.uint32();
    const stream = family.at(0);
    // Of two probabilities that differ by one step, the smaller gives 0 and the larger gives 1.
    const coins = Array.from({ length: count }, (_, i) => (i >> 1) % 2);
    const chances = Float32Array.from(coins, (coin, i) => (halves[i]! + coin) / 2 ** 16);
    const out = new Float32Array(count + 5).fill(7);
    stream.toss(chances, count, out, 3);
    expect([...out]).toEqual([7, 7, 7, ...coins, 7, 7]);
    expect(stream.uint32()).toBe(next);
  });

  test('tosses 0 with probability 0, and 1 with probability 1', () => {
    const out = new Float32Array(100_000);
    const stream = keyedStream(2, 'coins', 0, 1);
    stream.toss(new Float32Array(out.length), out.length, out, 0);
    expect(out.every((coin) => coin === 0)).toBe(true);
    stream.toss(new Float32Array(out.length).fill(1), out.length, out, 0);
    expect(out.every((coin) => coin === 1)).toBe(true);
  });

  test('reflected, gives the same normals negated and the same uniforms', () => {
    const family = streamFamily(2, 'reflected', 0);
    const draw = (stream = family.at(0)) => Array.from({ length: 700 }, () => [stream.normal(), stream.uniform()]);
    const plain = draw();
    expect(draw(family.reflectedAt(0))).toEqual(plain.map(([normal, uniform]) => [-normal!, uniform]));
    expect(draw()).toEqual(plain);
  });

  test('has normals with the first six moments of the standard normal', () => {
    const sample = normals(1_000_000, 'moments');
    const moments = [1, 0, 1, 0, 3, 0, 15, 0, 105, 0, 945, 0, 10395];
    const powers = new Float64Array(sample.length).fill(1);
    for (let order = 1; order <= 6; order++) {
      for (let i = 0; i < sample.length; i++) powers[i] = powers[i]! * sample[i]!;
      const expected = moments[order]!;
      const bound = meanBound(moments[2 * order]! - expected ** 2, sample.length);
      expect(Math.abs(mean(powers, (power) => power) - expected)).toBeLessThan(bound);
    }
  });

  test('has normals with the standard normal cdf, which fill a thousand equally probable cells equally', () => {
    const probabilities = normals(1_000_000, 'cdf').map(normalCdf);
    const cells = new Float64Array(1000);
    for (const probability of probabilities) {
      const cell = Math.min(cells.length - 1, Math.floor(probability * cells.length));
      cells[cell] = cells[cell]! + 1;
    }
    expect(distanceToCdf(probabilities, (u) => u)).toBeLessThan(cdfBand(probabilities.length));
    const expected = probabilities.length / cells.length;
    const chiSquare = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(chiSquareBound(cells.length - 1));
  });

  test('has tails beyond the last edge of the right weight and shape, on both sides', () => {
    const stream = keyedStream(1, 'tails', 0, 0);
    const block = new Float64Array(512);
    const blocks = 10_000;
    const beyond: number[] = [];
    for (let i = 0; i < blocks; i++) {
      stream.fillNormal(block);
      for (const z of block) if (Math.abs(z) > TAIL_START) beyond.push(z);
    }
    const weight = erfc(TAIL_START / Math.SQRT2);
    const expected = blocks * block.length * weight;
    expect(Math.abs(beyond.length - expected)).toBeLessThan(DEVIATIONS * Math.sqrt(expected));
    const positive = beyond.filter((z) => z > 0).length;
    expect(Math.abs(positive - beyond.length / 2)).toBeLessThan(DEVIATIONS * Math.sqrt(beyond.length / 4));
    const sizes = Float64Array.from(beyond, Math.abs);
    expect(distanceToCdf(sizes, (z) => 1 - erfc(z / Math.SQRT2) / weight)).toBeLessThan(cdfBand(sizes.length));
  });

  test('has uniforms in the open interval, with the uniform cdf', () => {
    const stream = keyedStream(1, 'uniform', 0, 0);
    const sample = Float64Array.from({ length: 1_000_000 }, () => stream.uniform());
    expect(distanceToCdf(sample, (u) => u)).toBeLessThan(cdfBand(sample.length));
    expect(sample[0]).toBeGreaterThan(0);
    expect(sample.at(-1)).toBeLessThan(1);
  });

  test('has words whose bits are fair', () => {
    const stream = keyedStream(1, 'bits', 0, 0);
    const ones = new Float64Array(32);
    const words = 200_000;
    for (let i = 0; i < words; i++) {
      const word = stream.uint32();
      for (let bit = 0; bit < 32; bit++) ones[bit] = ones[bit]! + ((word >>> bit) & 1);
    }
    for (const count of ones) {
      expect(Math.abs(count - words / 2)).toBeLessThan(DEVIATIONS * Math.sqrt(words / 4));
    }
  });

  test('has successive normals that are uncorrelated, as are their squares', () => {
    const sample = normals(1_000_000, 'succession');
    const products = sample.subarray(1).map((z, i) => z * sample[i]!);
    expect(Math.abs(mean(products, (value) => value))).toBeLessThan(meanBound(1, products.length));
    const squares = sample.subarray(1).map((z, i) => (z * z - 1) * (sample[i]! ** 2 - 1));
    expect(Math.abs(mean(squares, (value) => value))).toBeLessThan(meanBound(4, squares.length));
  });
});

describe('neighbouring replicates', () => {
  const family = streamFamily(1, 'neighbours', 0);
  const firsts = Float64Array.from({ length: 200_000 }, (_, replicate) => family.at(replicate).normal());

  test('start at normals with the standard normal cdf', () => {
    expect(distanceToCdf(firsts.slice(), normalCdf)).toBeLessThan(cdfBand(firsts.length));
  });

  test.each([1, 2, 1024])('are uncorrelated at a distance of %d, as are their squares', (distance) => {
    const pairs = firsts.length - distance;
    const products = Float64Array.from({ length: pairs }, (_, i) => firsts[i]! * firsts[i + distance]!);
    const squares = Float64Array.from(
      { length: pairs },
      (_, i) => (firsts[i]! ** 2 - 1) * (firsts[i + distance]! ** 2 - 1),
    );
    expect(Math.abs(mean(products, (value) => value))).toBeLessThan(meanBound(1, pairs));
    expect(Math.abs(mean(squares, (value) => value))).toBeLessThan(meanBound(4, pairs));
  });
});
