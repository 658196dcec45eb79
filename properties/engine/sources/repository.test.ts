import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestsBelow, pathOf, sha256 } from './repository.ts';

let root: string;
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'claimcheck-repository-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('below folders are their sources; tests, what supports them, hidden files and other files are left out', () => {
  const sources = ['theory/law.ts', 'theory/deep/lemma.ts', 'sim/run.ts'];
  const others = [
    'theory/law.test.ts',
    'theory/testing/fixture.ts',
    'sim/.example.ts',
    'sim/notes.md',
    'reports/page.ts',
  ];
  for (const path of [...sources, ...others]) write(path, path);
  expect(digestsBelow(['theory', 'sim'], root)).toEqual(
    Object.fromEntries(sources.map((path) => [path, sha256(path)]).sort()),
  );
});

test('a suite for tests, in a folder of what supports tests, has sources of its own', () => {
  write('engine/testing/suite/law.ts', 'one');
  write('engine/testing/suite/testing/fixture.ts', 'two');
  expect(Object.keys(digestsBelow(['engine/testing/suite'], root))).toEqual(['engine/testing/suite/law.ts']);
});

test('the path of a module is from the root, with slashes', () => {
  expect(pathOf(import.meta.url)).toBe('properties/engine/sources/repository.test.ts');
});
