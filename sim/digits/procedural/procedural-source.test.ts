import { describe, expect, test } from 'vitest';
import type { Digits } from '../digits.ts';
import { meanInk } from '../measures/ink.ts';
import { meanSlant } from '../measures/slant.ts';
import { strokeThickness } from '../measures/thickness.ts';
import { mnistSource } from '../mnist/mnist.ts';
import { openDigits } from '../source.ts';
import { proceduralDigits } from './procedural-digits.ts';

const source = openDigits('procedural');
const { training, test: held } = { training: source.training({ side: 14 }), test: source.test({ side: 14 }) };

/** Much faster than toEqual, which describes every difference. */
const isSame = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

const slantOf = ({ pixels, count, side }: Digits) => meanSlant(pixels, count, side);
const inkOf = ({ pixels, side }: Digits) => meanInk(pixels, pixels.length / side ** 2, side ** 2);

describe('the source of procedural digits', () => {
  test('needs no directory, and is made once in a process', () => {
    expect(source.kind).toBe('procedural');
    expect(openDigits('procedural', { directory: '/anything' })).toBe(source);
  });

  test('has 20 000 training digits and 10 000 other test digits, as many of each class', () => {
    expect(training.count).toBe(20_000);
    expect(held.count).toBe(10_000);
    for (const { labels } of [training, held]) {
      for (let label = 0; label < 10; label += 1) {
        expect(labels.filter((other) => other === label)).toHaveLength(labels.length / 10);
      }
    }
    expect(isSame(held.pixels, training.pixels.subarray(0, held.pixels.length))).toBe(false);
  });

  test('has no blank image', () => {
    const isBlank = ({ pixels }: Digits, i: number) => !pixels.subarray(i * 196, (i + 1) * 196).includes(1);
    for (const digits of [training, held]) {
      expect(Array.from(digits.labels.keys()).filter((i) => isBlank(digits, i))).toEqual([]);
    }
  });

  test('is always the same: when an image changes, the number of the recipe must change', () => {
    expect(source.digest).toBe('79a78ee08c7b2d434fd454680e185422b4179d10c9e9750d6e75d5648088cf17');
    expect(source.training({ side: 14 })).toBe(training);
  });

  test('shears the strokes of its digits, and says so in its provenance', () => {
    const sheared = source.test({ side: 14, shear: 0.35 });
    const first = proceduralDigits({ count: 500, side: 14, part: 'test', shear: 0.35 });
    expect(isSame(sheared.pixels.subarray(0, first.pixels.length), first.pixels)).toBe(true);
    expect(sheared.provenance).toContain('sheared by 0.35');
    expect(sheared.digest).not.toBe(held.digest);
  });

  test('chooses classes and the thickest strokes among its digits', () => {
    const some = source.test({ side: 14, classes: [8, 3] });
    expect(some.count).toBe(2000);
    expect(new Set(some.labels)).toEqual(new Set([3, 8]));
    expect(some.pixels.subarray(0, 196)).toEqual(held.pixels.subarray(3 * 196, 4 * 196));
    const thick = source.test({ side: 14, thickest: 0.3 });
    expect(thick.count).toBe(3000);
    expect(inkOf(thick)).toBeGreaterThan(1.15 * inkOf(held));
    const thinnest = (digits: Digits) =>
      Math.min(...Array.from({ length: digits.count }, (_, i) => strokeThickness(digits.pixels, i * 196, 14)));
    expect(thinnest(thick)).toBeGreaterThan(thinnest(held));
  });
});

const directory = process.env.CLAIMCHECK_MNIST;
test.runIf(directory !== undefined)('procedural digits have about the ink and the slant of MNIST', () => {
  const mnist = mnistSource(directory ?? '').test({ side: 14 });
  expect(Math.abs(inkOf(held) / inkOf(mnist) - 1)).toBeLessThan(0.1);
  // A fifth of the standard deviation between writers is a small effect (Cohen 1988).
  const spread = 0.266;
  expect(Math.abs(slantOf(held) - slantOf(mnist))).toBeLessThan(spread / 5);
});
