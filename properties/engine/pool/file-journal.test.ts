import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OutputError } from '../output-error.ts';
import { headerOf, openJournal, resultsKept } from './file-journal.ts';

let directory: string;
let path: string;
let told: string[];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-journal-'));
  path = join(directory, 'journal.jsonl');
  told = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(directory, { recursive: true });
});

const header = { type: 'run', seed: 1 };
const works = ['a', 'b', 'c'].map((claim) => ({ claim, draws: [0, 1] }));

/** Asks a journal for all works, and tells which of them were done, and what they came to. */
async function ask(): Promise<{ done: string[]; results: unknown[] }> {
  const journal = openJournal(path, header);
  const done: string[] = [];
  const results = [];
  for (const work of works) {
    const perform = async () => ({ of: done[done.push(work.claim) - 1] });
    results.push(await journal.resultOf(work, perform));
  }
  journal.close();
  return { done, results };
}

const results = [{ of: 'a' }, { of: 'b' }, { of: 'c' }];

test('work is done once, however often it is asked for and however its description was put together', async () => {
  expect(await ask()).toEqual({ done: ['a', 'b', 'c'], results });
  expect(await ask()).toEqual({ done: [], results });
  const journal = openJournal(path, { seed: 2 });
  expect(await journal.resultOf({ draws: [0, 1], claim: 'b' }, async () => 'again')).toEqual({ of: 'b' });
  expect(await journal.resultOf({ draws: [0, 2], claim: 'b' }, async () => 'other work')).toBe('other work');
  journal.close();
  expect(headerOf(path)).toEqual(header);
  expect(told).toEqual([]);
});

test('work that fails leaves nothing, and is done again', async () => {
  const journal = openJournal(path, header);
  await expect(journal.resultOf('work', () => Promise.reject(new Error('on purpose')))).rejects.toThrow('on purpose');
  journal.close();
  expect(resultsKept(path)).toBe(0);
  expect(resultsKept(join(directory, 'none'))).toBe(0);
});

test('every line is JSON', async () => {
  await ask();
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual(lines.map(() => ['sha256', 'record']));
  expect(lines).toHaveLength(4);
});

const asLines = (change: (lines: string[]) => void) => () => {
  const lines = readFileSync(path, 'utf8').split('\n');
  change(lines);
  writeFileSync(path, lines.join('\n'));
};

test.each([
  ['torn at the end of the file', asLines((lines) => lines.splice(3, 2, lines[3]!.slice(0, 90))), 4, 'c'],
  ['torn within its digest', asLines((lines) => lines.splice(3, 2, lines[3]!.slice(0, 20))), 4, 'c'],
  ['whole but for its end', asLines((lines) => lines.splice(3, 2, lines[3]!.slice(0, -1))), 4, 'c'],
  ['torn, with another after it', asLines((lines) => lines.splice(2, 1, lines[2]!.slice(0, 90))), 3, 'b'],
  ['harmed', asLines((lines) => lines.splice(2, 1, lines[2]!.replace('"of":"b"', '"of":"x"'))), 3, 'b'],
  ['no line of a journal', asLines((lines) => lines.splice(2, 1, '{"work":"all"}')), 3, 'b'],
])('a line that is %s is reported and its work done again; other work is not', async (_, harm, line, claim) => {
  await ask();
  harm();
  expect(await ask()).toEqual({ done: [claim], results });
  expect(told).toEqual([`claimcheck: ${path}:${line}: the line is damaged; its work is done again\n`]);
  // What was appended after the damage is found.
  expect((await ask()).done).toEqual([]);
});

test('every cut of a journal is survived, at each of its bytes', async () => {
  await ask();
  const whole = readFileSync(path);
  const lines = whole.toString().trimEnd().split('\n');
  const first = lines[0]!.length + 1;
  for (let bytes = first; bytes < whole.length; bytes += 1) {
    writeFileSync(path, whole.subarray(0, bytes));
    // A line is whole also where only its end is missing.
    const left =
      whole
        .subarray(first, bytes + 1)
        .toString()
        .split('\n').length - 1;
    expect((await ask()).done, `${bytes} bytes`).toEqual(['a', 'b', 'c'].slice(left));
    expect((await ask()).done, `${bytes} bytes, again`).toEqual([]);
  }
});

test('a journal that cannot be written is an error that says which', async () => {
  const journal = openJournal(path, header);
  journal.close();
  await expect(journal.resultOf('work', async () => 1)).rejects.toThrow(OutputError);
  await expect(journal.resultOf('work', async () => 1)).rejects.toThrow(`cannot write to ${path}: `);
});
