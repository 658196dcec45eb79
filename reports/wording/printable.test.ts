import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipped, controls, printable } from './printable.ts';

test('a control is its picture, and what has none is U+FFFD', () => {
  expect(printable('\u001b[31m\n\u007f\u009b\u202e')).toBe('␛[31m␊␡\uFFFD\uFFFD');
});

test('any text becomes one of the same length without a control, and one without any stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'\u0000\u001b\u007f\u009b\u2028\u202e\n aθ²😀') }), (text) => {
      expect(controls.test(printable(text))).toBe(false);
      expect(printable(text)).toHaveLength(text.length);
      expect(printable(printable(text))).toBe(printable(text));
    }),
  );
});

test('a text is cut where it is too long, and marked', () => {
  expect([clipped('abc', 3), clipped('abcd', 3)]).toEqual(['abc', 'ab…']);
});
