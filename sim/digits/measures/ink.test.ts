import { expect, test } from 'vitest';
import { meanInk } from './ink.ts';

test('mean ink is the mean of the pixels of the first count images', () => {
  expect(meanInk(Uint8Array.of(0, 1, 0, 0, 1, 1, 1, 1), 2, 4)).toBe(5 / 8);
  expect(meanInk(Uint8Array.of(0, 1, 0, 0, 1, 1, 1, 1), 1, 4)).toBe(1 / 4);
  expect(meanInk(Float32Array.of(0.25, 0.75), 2, 1)).toBe(1 / 2);
});
