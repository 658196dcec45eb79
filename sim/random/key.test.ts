import { describe, expect, test } from 'vitest';
import { familyKey, replicateState } from './key.ts';
import { DEVIATIONS } from './testing/goodness-of-fit.ts';

const stateOf = (seed: number, name: string, index: number, replicate: number) => {
  const state = new Int32Array(4);
  replicateState(familyKey(seed, name, index), replicate, state);
  return state;
};

describe('a key', () => {
  test('gives the same state for the same name', () => {
    expect(stateOf(7, 'collapse', 3, 12)).toEqual(stateOf(7, 'collapse', 3, 12));
  });

  test('distinguishes every part of the name, including high bits and punctuation', () => {
    const names: [number, string, number, number][] = [
      [1, 'a', 0, 0],
      [-1, 'a', 0, 0],
      [2 ** 32 + 1, 'a', 0, 0],
      [1, 'a",0', 0, 0],
      [1, 'a,0', 0, 0],
      [1, '', 0, 0],
      [1, 'a', 1, 0],
      [1, 'a', 10, 0],
      [11, 'a', 0, 0],
      [1, 'a', 0, 1],
      [1, 'a', 0, 2 ** 32],
      [1, 'a', 0, 2 ** 31],
      [1, 'a', 0, 2 ** 53 - 1],
    ];
    expect(new Set(names.map((name) => stateOf(...name).join())).size).toBe(names.length);
  });

  test('flips each bit of the state half the time when one bit of the replicate flips', () => {
    const key = familyKey(5, 'avalanche', 0);
    const before = new Int32Array(4);
    const after = new Int32Array(4);
    const replicates = 2000;
    const bound = DEVIATIONS * Math.sqrt(replicates / 4);
    for (const flipped of [2 ** 0, 2 ** 1, 2 ** 15, 2 ** 31, 2 ** 32, 2 ** 45]) {
      const flips = new Int32Array(128);
      for (let i = 0; i < replicates; i++) {
        replicateState(key, i, before);
        replicateState(key, flipped > i ? i + flipped : i ^ flipped, after);
        for (let bit = 0; bit < 128; bit++)
          flips[bit] = flips[bit]! + (((before[bit >> 5]! ^ after[bit >> 5]!) >>> (bit & 31)) & 1);
      }
      for (const count of flips) expect(Math.abs(count - replicates / 2)).toBeLessThan(bound);
    }
  });

  test.each([Number.NaN, 0.5, 2 ** 53, Number.POSITIVE_INFINITY])('refuses the seed or index %d', (value) => {
    expect(() => familyKey(value, 'a', 0)).toThrow(`seed = ${value}: a whole number`);
    expect(() => familyKey(0, 'a', value)).toThrow(`index = ${value}: a whole number`);
  });

  test.each([Number.NaN, -1, 0.5, 2 ** 53])('refuses the replicate %d', (value) => {
    expect(() => stateOf(0, 'a', 0, value)).toThrow(`replicate = ${value}: a whole number in [0, 2⁵³)`);
  });
});
