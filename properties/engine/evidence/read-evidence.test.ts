import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DataError } from '../data-error.ts';
import { suite } from '../testing/walks/suite.ts';
import { readEvidence } from './read-evidence.ts';
import { decision, line, readFileOf, records, runRecord, whole } from './testing/evidence-file.ts';

test('the evidence that a run writes is read back as it was', async () => {
  const { records: seen, lines, problems } = await readFileOf(...whole.map(line));
  expect(seen).toEqual(whole);
  expect(lines).toEqual(whole.map((_, index) => index + 1));
  expect(problems).toEqual([]);
});

test.each<[string, () => (string | Buffer)[]]>([
  ['lines end as on Windows', () => records.flatMap((record) => [JSON.stringify(record), '\r\n'])],
  ['there are empty lines', () => ['\n', ...records.flatMap((record) => [line(record), ' \t\r\n', '\n'])]],
  ['it begins with a byte order mark', () => ['\uFEFF', ...records.map(line)]],
  ['the last line has no end', () => [records.map((record) => JSON.stringify(record)).join('\n')]],
])('a file is read as it was meant where %s', async (_, contents) => {
  const { records: seen, problems } = await readFileOf(...contents());
  expect(seen).toEqual(records);
  expect(problems).toEqual([]);
});

test('a setting is kept as it is, whatever its keys and its size, and nothing else changes by it', async () => {
  const setting = JSON.parse(`{"__proto__":{"polluted":true},"constructor":1,"\\u0000":"${'x'.repeat(1e6)}"}`);
  const { records: seen, problems } = await readFileOf(line(runRecord), line({ ...decision, setting }));
  expect(problems).toEqual([]);
  expect(JSON.stringify(seen[1])).toBe(JSON.stringify({ ...decision, setting }));
  expect('polluted' in {}).toBe(false);
});

test('a file cut short anywhere after its first line loses its last line and no other', async () => {
  const contents = Buffer.concat(records.map(line));
  const first = line(runRecord).length;
  // Steps that share no factor with the lengths of lines, so that cuts fall everywhere in them.
  for (let end = first; end < contents.length; end += 97) {
    const cut = contents.subarray(0, end);
    const ended = cut.filter((byte) => byte === 10).length;
    const { records: seen, problems } = await readFileOf(cut);
    const complete = contents[end] === 10 ? ended + 1 : ended;
    expect(seen).toEqual(records.slice(0, complete));
    const broken = cut.at(-1) !== 10 && complete === ended;
    expect(problems.map((each) => each.line)).toEqual(broken ? [ended + 1] : []);
    for (const { what } of problems) expect(what).toMatch(/^is cut short, or is not /);
  }
});

test.each<[string, () => string, RegExp]>([
  ['is empty', () => '', /has no run record, so nothing says what it is evidence of$/],
  [
    'is of another version',
    () => JSON.stringify({ ...runRecord, version: 2 }),
    /its line 1 is cut short, or is a run of evidence version 2/,
  ],
  ['has lost its first line', () => JSON.stringify(decision), /has no run record/],
  ['is no evidence', () => '# A title\n', /its line 1 is not JSON/],
])('a file that %s is refused in one line', async (_, contents, message) => {
  const reading = readFileOf(contents());
  await expect(reading).rejects.toThrow(DataError);
  await expect(reading).rejects.toThrow(message);
  await expect(reading).rejects.toThrow(/^[^\n]*$/);
});

test('what cannot be read is refused by name', async () => {
  for (const path of [import.meta.dirname, join(import.meta.dirname, 'absent.jsonl')]) {
    await expect(readEvidence(path, suite.kinds)).rejects.toThrow(DataError);
    await expect(readEvidence(path, suite.kinds)).rejects.toThrow(`cannot read ${path}: `);
  }
});
