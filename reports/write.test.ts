import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ensureDirectory, OutputError, writeOutputs } from './write.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'claimcheck-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('files are written into a directory that is made for them, and nothing else is left there', () => {
  const directory = join(root, 'a', 'b');
  writeOutputs(directory, { 'report.md': 'one', 'report.json': 'two' });
  writeOutputs(directory, { 'report.md': 'three', 'report.json': 'four' });
  expect(readdirSync(directory)).toEqual(['report.json', 'report.md']);
  expect(readFileSync(join(directory, 'report.md'), 'utf8')).toBe('three');
});

test('when one file cannot be written the earlier files stay, and no temporary file is left', () => {
  writeFileSync(join(root, 'report.md'), 'earlier');
  // The temporary file of the second output would lie in a directory that does not exist.
  expect(() => writeOutputs(root, { 'report.md': 'new', 'absent/report.json': 'new' })).toThrow(OutputError);
  expect(readdirSync(root)).toEqual(['report.md']);
  expect(readFileSync(join(root, 'report.md'), 'utf8')).toBe('earlier');
});

test('a name that cannot be replaced leaves no temporary file', () => {
  mkdirSync(join(root, 'report.md'));
  expect(() => writeOutputs(root, { 'report.md': 'new' })).toThrow(OutputError);
  expect(readdirSync(root)).toEqual(['report.md']);
});

test('a file, or a path below one, is no directory', () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  expect(() => ensureDirectory(file)).toThrow(`cannot write to ${file}: it is a file`);
  expect(() => ensureDirectory(join(file, 'below'))).toThrow(OutputError);
});

test('a file that is given in parts holds them one after another', () => {
  writeOutputs(root, { 'evidence.jsonl': ['one\n', 'two θ\n'].values() });
  expect(readFileSync(join(root, 'evidence.jsonl'), 'utf8')).toBe('one\ntwo θ\n');
});
