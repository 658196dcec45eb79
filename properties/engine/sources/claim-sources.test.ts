import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { versions } from './source-digest.ts';

let root: string;
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'claimcheck-sources-'));
  for (const folder of ['theory', 'sim', 'sim/vae', 'properties']) mkdirSync(join(root, folder));
  write('package-lock.json', '{}');
  write('theory/law.ts', 'one');
  write('sim/vae/loop.ts', 'two');
});
afterEach(() => rmSync(root, { recursive: true }));

test.each([
  ['a source', 'theory/law.ts'],
  ['a source in a folder', 'sim/vae/loop.ts'],
  ['the versions of packages', 'package-lock.json'],
  ['a new source', 'properties/claim.ts'],
])('%s changes the versions', (_, path) => {
  const before = versions(root);
  expect(versions(root)).toEqual(before);
  write(path, 'changed');
  expect(versions(root)).not.toEqual(before);
});

test.each(['theory/law.test.ts', 'properties/.example.ts', 'sim/notes.md'])(
  '%s, which no verdict depends on, does not',
  (path) => {
    const before = versions(root);
    write(path, 'new');
    expect(versions(root)).toEqual(before);
  },
);

test('the suite has them, and that of Node', () => {
  const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
  expect(versions()).toEqual({ sources: digest, packages: digest, node: process.version });
});
