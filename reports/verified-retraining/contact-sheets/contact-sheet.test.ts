import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { contactSheet } from './contact-sheet.ts';

test('images stand in reading order, ink dark on white, enlarged pixel by pixel, with gray between and around', () => {
  const images = Uint8Array.of(255, 0, 0, 100, 0, 0, 0, 0, 255, 255, 255, 255);
  const { width, height, data, channels, depth } = decode(contactSheet({ side: 2, columns: 2, images, scale: 2 }));
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from(data.subarray(y * width, (y + 1) * width)).join(' '),
  );
  const line = Array(11).fill(128).join(' ');
  expect([channels, depth]).toEqual([1, 8]);
  expect(rows).toEqual([
    line,
    '128 0 0 255 255 128 255 255 255 255 128',
    '128 0 0 255 255 128 255 255 255 255 128',
    '128 255 255 155 155 128 255 255 255 255 128',
    '128 255 255 155 155 128 255 255 255 255 128',
    line,
    ...Array(4).fill('128 0 0 0 0 128 128 128 128 128 128'),
    line,
  ]);
});

test.each([
  [{ side: 0 }, 'side of a contact sheet is 0'],
  [{ columns: 1.5 }, 'columns of a contact sheet is 1.5'],
  [{ scale: Number.NaN }, 'scale of a contact sheet is NaN'],
  [{ images: new Uint8Array(5) }, 'a contact sheet has 5 pixels: a positive multiple of 4 is allowed'],
  [{ images: new Uint8Array(0) }, 'a contact sheet has 0 pixels'],
])('a sheet of %o is refused in one line', (change, message) => {
  const sheet = { side: 2, columns: 2, scale: 1, images: new Uint8Array(8), ...change };
  expect(() => contactSheet(sheet)).toThrow(RangeError);
  expect(() => contactSheet(sheet)).toThrow(message);
});
