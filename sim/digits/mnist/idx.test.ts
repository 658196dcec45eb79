import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DataError } from '../../data-error.ts';
import { readIdx } from './idx.ts';
import { plainSize } from './idx-header.ts';
import { type IdxFile, mnistFiles } from './mnist-files.ts';
import { exampleIdx, expectationOf, gzipBomb } from './testing/idx-files.ts';

const images = exampleIdx('images', 3);
const labels = exampleIdx('labels', 12);
const threeImages = expectationOf(images, 'images');
const twelveLabels = expectationOf(labels, 'labels');

let root: string;
let path: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'claimcheck-'));
  path = join(root, 'file');
});
afterAll(() => rmSync(root, { recursive: true }));

/** The message of one line with which reading the bytes fails. */
function complaint(bytes: Uint8Array, expected: IdxFile): string {
  writeFileSync(path, bytes);
  return complaintAbout(path, expected);
}

function complaintAbout(file: string, expected: IdxFile): string {
  try {
    readIdx(file, expected);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    expect(error.message).toMatch(/^.*: [^\n]+; fetch MNIST with `claimcheck data fetch`, or [^\n]+ --mnist DIR$/);
    expect(error.message.startsWith(`${file}: `)).toBe(true);
    return error.message;
  }
  throw new Error('the file was read without complaint');
}

/** A copy of the bytes with others written over them. */
function altered(bytes: Buffer, at: number, ...values: number[]): Buffer {
  const copy = Buffer.from(bytes);
  copy.set(values, at);
  return copy;
}

test('plain and gzip files are distinguished by their bytes, not by their names', () => {
  for (const [bytes, expected, header] of [
    [images, threeImages, 16],
    [labels, twelveLabels, 8],
  ] as const) {
    for (const [name, stored] of [
      ['plain.gz', bytes],
      ['compressed', gzipSync(bytes)],
      ['incompressible', gzipSync(bytes, { level: 0 })],
    ] as const) {
      writeFileSync(join(root, name), stored);
      expect(readIdx(join(root, name), expected)).toEqual(bytes.subarray(header));
    }
  }
});

test.each([
  ['plain', images.subarray(0, -1), 'it is cut short: 2367 bytes of 2368'],
  ['plain in its header', images.subarray(0, 9), 'it ends after 9 bytes, before its header does'],
  ['to nothing', images.subarray(0, 0), 'it ends after 0 bytes, before its header does'],
  ['gzip', gzipSync(images).subarray(0, -9), 'it is cut short or damaged (unexpected end of file)'],
  ['gzip of a cut-short file', gzipSync(images.subarray(0, -1)), 'it is cut short: 2367 bytes of 2368'],
])('a file that is cut short is reported: %s', (_, bytes, message) => {
  expect(complaint(bytes, threeImages)).toContain(message);
});

test('every cut of a plain or gzip file is reported, wherever it is', () => {
  for (const bytes of [images, gzipSync(images)]) {
    // Every cut within the headers, and some of the cuts behind them.
    for (let length = 0; length < bytes.length; length += length < 30 ? 1 : 53) {
      complaint(bytes.subarray(0, length), threeImages);
    }
  }
});

test('a file that is too long is reported, plain and gzip', () => {
  const longer = Buffer.concat([images, Buffer.of(0)]);
  expect(complaint(longer, threeImages)).toContain('it has 2369 bytes; at most 2368 are expected');
  expect(complaint(gzipSync(longer), threeImages)).toContain('it inflates to more than the 2368 bytes');
});

test('damage inside gzip is reported', () => {
  const compressed = gzipSync(images);
  const checksum = compressed.length - 8;
  expect(complaint(altered(compressed, checksum, compressed[checksum]! ^ 1), threeImages)).toContain(
    'it is cut short or damaged (incorrect data check)',
  );
  expect(complaint(altered(compressed, 10, 255, 255), threeImages)).toContain('damaged (invalid block type)');
  expect(complaint(Buffer.from([0x1f, 0x8b, 9, 9, 9]), threeImages)).toContain('it is cut short or damaged');
});

test('a header with another type, count or size is reported', () => {
  expect(complaint(altered(images, 2, 0x0d), threeImages)).toContain(
    'it starts with 0x00000d03; an IDX file of images starts with 0x00000803',
  );
  expect(complaint(Buffer.from('<!DOCTYPE html>'), twelveLabels)).toContain('it starts with 0x3c21444f');
  expect(complaint(images, { ...threeImages, count: 4 })).toContain('it says that it holds 3 images; 4 are expected');
  expect(complaint(altered(images, 11, 32), threeImages)).toContain('its images are 32×28 pixels; 28×28 are expected');
});

test('images in place of labels, or labels in place of images, are reported as swapped', () => {
  expect(complaint(labels, threeImages)).toContain('it is a file of labels, but a file of images is expected');
  expect(complaint(gzipSync(exampleIdx('images', 500)), twelveLabels)).toContain(
    'it is a file of images, but a file of labels is expected',
  );
});

test('a label above 9 is reported', () => {
  expect(complaint(altered(labels, 8 + 5, 10), twelveLabels)).toContain('its label 5 is 10; labels are 0 to 9');
});

test('other contents in the right format are reported with their digest', () => {
  expect(complaint(altered(images, 1000, images[1000]! ^ 1), threeImages)).toMatch(
    new RegExp(`its SHA-256 is [0-9a-f]{64}; ${threeImages.digest} is expected`),
  );
});

test('a changed byte is reported, unless it is one of gzip that does not change the contents', () => {
  for (const bytes of [labels, gzipSync(labels)]) {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        writeFileSync(path, altered(bytes, at, bytes[at]! ^ change));
        try {
          expect(readIdx(path, twelveLabels)).toEqual(labels.subarray(8));
          expect(bytes).not.toBe(labels);
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
        }
      }),
      { numRuns: 60 },
    );
  }
});

test('a file that inflates to 10 GB is refused without more memory than a correct file needs', () => {
  const expected = mnistFiles.training.images;
  const bomb = gzipBomb(expected, 10e9);
  expect(bomb.length).toBeLessThan(plainSize(expected));
  writeFileSync(path, bomb);
  const before = process.resourceUsage().maxRSS;
  expect(complaintAbout(path, expected)).toContain('it inflates to more than the 47040016 bytes that are expected');
  // The file and the contents of a correct one, and as much again for the allocator. maxRSS is in kilobytes.
  expect((process.resourceUsage().maxRSS - before) * 1024).toBeLessThan(2 * (bomb.length + plainSize(expected)));
});

test('a file that is larger than a correct one can be is refused without reading it, plain and gzip', () => {
  for (const bytes of [images, gzipSync(images)]) {
    writeFileSync(path, bytes);
    // A sparse file, which takes no space on disk, but would take too much memory.
    truncateSync(path, 10e9);
    expect(complaintAbout(path, threeImages)).toContain('it has 10000000000 bytes; at most');
  }
});

test('a path that is missing, not a file, or not readable is reported', () => {
  mkdirSync(join(root, 'directory'));
  symlinkSync('/dev/zero', join(root, 'device'));
  symlinkSync('loop', join(root, 'loop'));
  expect(complaintAbout(join(root, 'absent'), threeImages)).toContain('it cannot be read (ENOENT');
  expect(complaintAbout(join(root, 'directory'), threeImages)).toContain('it cannot be read (it is a directory)');
  expect(complaintAbout(join(root, 'device'), threeImages)).toContain('it cannot be read (it is not a regular file)');
  expect(complaintAbout(join(root, 'loop'), threeImages)).toContain('it cannot be read (ELOOP');
});
