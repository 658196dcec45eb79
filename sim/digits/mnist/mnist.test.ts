import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataError } from '../../data-error.ts';
import { mnistSource } from './mnist.ts';
import { expectationOf, writeExampleMnist } from './testing/idx-files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'claimcheck-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test.each([
  ['as published', (name: string) => `${name}.gz`],
  ['plain', (name: string) => name],
  ['with a dot', (name: string) => name.replace('-idx', '.idx')],
  ['with a dot and gzip', (name: string) => `${name.replace('-idx', '.idx')}.gz`],
])('the four files are found by their names: %s', (_, rename) => {
  const files = writeExampleMnist(root, rename);
  const source = mnistSource(root, files);
  const training = source.training({ side: 28 });
  expect([source.kind, training.count, training.side, training.pixels.length]).toEqual(['mnist', 30, 28, 30 * 784]);
  // The example's level of byte i of a file is 7i mod 256, of label byte 7i mod 10; ink is above 127.5.
  expect(Array.from(training.pixels.subarray(0, 784))).toEqual(
    Array.from({ length: 784 }, (_, i) => (((16 + i) * 7) % 256 > 127.5 ? 1 : 0)),
  );
  expect(Array.from(training.labels)).toEqual(Array.from({ length: 30 }, (_, i) => ((8 + i) * 7) % 10));
  expect(source.test({ side: 14 }).count).toBe(20);
});

test('a missing file is reported by its name, for each of the four', () => {
  const files = writeExampleMnist(root);
  for (const { images, labels } of [files.training, files.test]) {
    for (const { name } of [images, labels]) {
      renameSync(join(root, name), join(root, 'elsewhere'));
      expect(() => mnistSource(root, files)).toThrow(
        new DataError(
          `${root} does not contain ${name}[.gz], one of the four files of MNIST; fetch MNIST with \`claimcheck data fetch\`, or name a directory that holds it with --mnist DIR`,
        ),
      );
      renameSync(join(root, 'elsewhere'), join(root, name));
    }
  }
});

test('swapped files are reported: images and labels, training and test', () => {
  const files = writeExampleMnist(root);
  const swap = (a: string, b: string): void => {
    renameSync(join(root, a), join(root, 'third'));
    renameSync(join(root, b), join(root, a));
    renameSync(join(root, 'third'), join(root, b));
  };
  swap(files.test.images.name, files.test.labels.name);
  expect(() => mnistSource(root, files)).toThrow(/it is a file of images, but a file of labels is expected/);
  swap(files.test.images.name, files.test.labels.name);
  swap(files.training.images.name, files.test.images.name);
  expect(() => mnistSource(root, files)).toThrow(/it says that it holds 30 images; 20 are expected/);
});

test('a directory that does not exist, is a file, or is empty is reported', () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  mkdirSync(join(root, 'empty'));
  for (const [directory, message] of [
    [join(root, 'absent'), 'ENOENT'],
    [file, 'ENOTDIR'],
    [join(root, 'empty'), 'does not contain t10k-labels-idx1-ubyte'],
  ] as const) {
    expect(() => mnistSource(directory)).toThrow(DataError);
    expect(() => mnistSource(directory)).toThrow(message);
  }
});

test('the digest of the source changes with any of its files', () => {
  const files = writeExampleMnist(root);
  const digests = new Set([mnistSource(root, files).digest]);
  for (const part of ['training', 'test'] as const) {
    for (const kind of ['images', 'labels'] as const) {
      const { name } = files[part][kind];
      const bytes = readFileSync(join(root, name));
      const changed = Buffer.from(bytes);
      changed[20] = (changed[20]! + 1) % 10;
      writeFileSync(join(root, name), changed);
      const file = expectationOf(changed, kind, name);
      digests.add(mnistSource(root, { ...files, [part]: { ...files[part], [kind]: file } }).digest);
      writeFileSync(join(root, name), bytes);
    }
  }
  expect(digests.size).toBe(5);
  for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/);
});

const real = process.env.CLAIMCHECK_MNIST;
test.runIf(real)('MNIST itself is read: 60 000 training digits and 10 000 test digits', () => {
  const source = mnistSource(real!);
  const training = source.training({ side: 14 });
  expect([training.count, source.test({ side: 14 }).count]).toEqual([60_000, 10_000]);
  expect(Array.from(training.labels.subarray(0, 10))).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
});
