import { expect, test } from 'vitest';
import type { View } from '../digits.ts';
import { type Images, sourceOfViews } from './source-of-views.ts';

const identity = { kind: 'mnist', provenance: 'bars', digest: 'd' } as const;

/** Two classes of three bars each, of widths 1, 3, 2. */
function bars(): Images {
  const pixels = new Uint8Array(6 * 196);
  for (let i = 0; i < 6; i += 1) {
    for (let row = 2; row < 12; row += 1) {
      pixels.fill(1, i * 196 + row * 14 + 4, i * 196 + row * 14 + 4 + [1, 3, 2][i % 3]!);
    }
  }
  return { count: 6, side: 14, pixels, labels: Uint8Array.of(0, 0, 0, 1, 1, 1) };
}

test('a view is made once, at its first use', () => {
  const taken: string[] = [];
  const source = sourceOfViews(identity, (part, view) => {
    taken.push(`${part} ${view.shear}`);
    return bars();
  });
  expect(taken).toEqual([]);
  const first = source.training({ side: 14, classes: [1, 0] });
  expect(source.training({ classes: [0, 1], shear: 0, side: 14 })).toBe(first);
  source.test({ side: 14, shear: 0.1 });
  expect(taken).toEqual(['training 0', 'test 0.1']);
});

test('digests differ for different views, parts and sources', () => {
  const views: View[] = [{ side: 14 }, { side: 28 }, { side: 14, shear: 0.1 }, { side: 14, thickest: 0.5 }];
  const digests = ['d', 'e'].flatMap((digest) => {
    const source = sourceOfViews({ ...identity, digest }, bars);
    return views.flatMap((view) => [source.training(view).digest, source.test(view).digest]);
  });
  expect(new Set(digests).size).toBe(16);
  for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/);
});

test('the thickest of each class are chosen, and the provenance says so', () => {
  const source = sourceOfViews(identity, bars);
  const thick = source.training({ side: 14, thickest: 0.34 });
  expect([thick.count, Array.from(thick.labels), thick.kind]).toEqual([2, [0, 1], 'mnist']);
  expect(thick.pixels.reduce((ink, pixel) => ink + pixel, 0)).toBe(2 * 30);
  expect(thick.provenance).toBe('bars, training digits, 14×14, the thickest 34% of each class');
});

test('an invalid view is refused before images are made', () => {
  const source = sourceOfViews(identity, () => {
    throw new Error('taken');
  });
  expect(() => source.training({ side: 14, shear: 2 })).toThrow(RangeError);
});
