import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DataError } from '../data-error.ts';
import { type CurveRecord, isCurve } from '../kinds/replicated-runs/curve-record.ts';
import { planRun } from '../plan/run-plan.ts';
import { claimOf, tierOf } from '../suite-content.ts';
import { carryOut } from '../testing/carry-out.ts';
import { suite } from '../testing/walks/suite.ts';
import type { DecisionRecord, EvidenceRecord, RunRecord } from './evidence.ts';
import { readEvidence } from './read-evidence.ts';

let directory: string;
let file: string;
/** All that a run wrote, and its first lines. */
let whole: EvidenceRecord[];
let records: EvidenceRecord[];
let runRecord: RunRecord;
let decision: DecisionRecord;
let curve: CurveRecord;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-evidence-'));
  file = join(directory, 'evidence.jsonl');
  const claims = ['share-of-heads', 'not-always-heads', 'grows'].map((id) => claimOf(suite, id));
  const plan = await planRun({ suite, claims, seed: 1, tier: tierOf(suite, 'quick') });
  whole = JSON.parse(JSON.stringify(await carryOut(plan)));
  records = whole.slice(0, 5);
  runRecord = records.find((record) => record.type === 'run')!;
  decision = records.find((record) => record.type === 'decision')!;
  curve = whole.find(isCurve)!;
});
afterAll(() => rmSync(directory, { recursive: true }));

const line = (record: unknown) => Buffer.from(`${JSON.stringify(record)}\n`);

async function read(...parts: readonly (string | Buffer)[]) {
  writeFileSync(file, Buffer.concat(parts.map((part) => Buffer.from(part))));
  const { records: located, problems } = await readEvidence(file, suite.kinds);
  return { records: located.map(({ record }) => record), lines: located.map((each) => each.line), problems };
}

test('the evidence that a run writes is read back as it was', async () => {
  const { records: seen, lines, problems } = await read(...whole.map(line));
  expect(seen).toEqual(whole);
  expect(lines).toEqual(whole.map((_, index) => index + 1));
  expect(problems).toEqual([]);
});

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const withSetting = (json: string) =>
  JSON.stringify(decision).replace(/"setting":.*?,"outcome"/, `"setting":${json},"outcome"`);

const withClaim = (changes: object) => {
  const [first, ...others] = runRecord.claims;
  return { ...runRecord, claims: [{ ...first, ...changes }, ...others] };
};

test.each<[string, () => string | Buffer, RegExp]>([
  ['cut short', () => JSON.stringify(decision).slice(0, -9), /is not JSON/],
  ['with a NUL byte', () => `${JSON.stringify(decision)}\0`, /is not JSON/],
  ['of bytes that are no text', () => Buffer.from([0x22, 0xff, 0xfe, 0x22]), /is not UTF-8/],
  ['that is a list', () => '[]', /is of no known type \(run, decision/],
  ['that is null', () => 'null', /is no JSON object/],
  ['that is a text of a megabyte', () => JSON.stringify('x'.repeat(1e6)), /is no JSON object/],
  ['of an unknown type', () => '{"type":"verdict"}', /is of no known type/],
  ['whose type is a field that every object has', () => '{"type":"constructor"}', /is of no known type/],
  ['whose type is not a text', () => '{"type":{"toString":1}}', /is of no known type/],
  ['whose prototype is a record', () => `{"__proto__":${JSON.stringify(decision)}}`, /is of no known type/],
  [
    'of a run of another version',
    () => JSON.stringify({ ...runRecord, version: 2 }),
    /evidence version 2: .*version 4/,
  ],
  ['of a run without a version', () => '{"type":"run"}', /no evidence version/],
  ['without a field', () => JSON.stringify({ ...decision, strata: undefined }), /'strata'/],
  ['with a field too many', () => JSON.stringify({ ...decision, extra: 1 }), /additional properties \(extra\)/],
  [
    'with a hidden field',
    () => JSON.stringify(decision).replace('{', '{"__proto__":1,'),
    /additional properties \(__proto__\)/,
  ],
  ['with a number that is none', () => JSON.stringify({ ...decision, index: 'x' }), /\/index must be number/],
  [
    'with an infinite number',
    () => JSON.stringify(decision).replace(/"index":\d+/, '"index":1e999'),
    /\/index must be number/,
  ],
  [
    'with an unknown verdict',
    () => JSON.stringify({ ...decision, outcome: { ...decision.outcome, verdict: 'yes' } }),
    /verdict/,
  ],
  ['with a setting without end', () => withSetting(nested(100_000)), /more than 100 deep/],
  [
    'with images that are cut short',
    () => JSON.stringify({ ...curve, samples: 'AAAA' }),
    /has sample images that are not ten squares a round/,
  ],
  [
    'with an observation of an unknown kind',
    () => JSON.stringify({ ...curve, kind: 'rumour' }),
    /is an observation of no known kind of work \(drawn-settings, /,
  ],
  [
    'with an observation of a kind that has none',
    () => JSON.stringify({ ...curve, kind: 'drawn-settings' }),
    /is an observation of no known kind of work/,
  ],
  [
    'with an observation that its kind does not write',
    () => JSON.stringify({ ...curve, replicate: 'first' }),
    /is no observation of replicated-runs: \/replicate must be number/,
  ],
  [
    'of a run with a claim that is decided in no known way',
    () => JSON.stringify(withClaim({ work: 'by-hand' })),
    /has a claim 'share-of-heads' that no known kind of work decides/,
  ],
  [
    'of a run with a claim that has details of another kind of work',
    () => JSON.stringify(withClaim({ work: 'replicated-runs' })),
    /has a claim 'share-of-heads' with details that no replicated-runs have/,
  ],
  [
    'of a run with a claim that has details where its kind of work has none',
    () => JSON.stringify(withClaim({ details: { effects: [] } })),
    /has a claim 'share-of-heads' with details that no drawn-settings have/,
  ],
])('a line %s is reported, and the rest is used', async (_, hostile, what) => {
  const { records: seen, problems } = await read(
    ...records.slice(0, 2).map(line),
    hostile(),
    '\n',
    ...records.slice(2).map(line),
  );
  expect(seen).toEqual(records);
  expect(problems).toEqual([{ file, line: 3, what: expect.stringMatching(what) }]);
  expect(problems[0]!.what.length).toBeLessThanOrEqual(201);
});

test.each<[string, () => (string | Buffer)[]]>([
  ['lines end as on Windows', () => records.flatMap((record) => [JSON.stringify(record), '\r\n'])],
  ['there are empty lines', () => ['\n', ...records.flatMap((record) => [line(record), ' \t\r\n', '\n'])]],
  ['it begins with a byte order mark', () => ['\uFEFF', ...records.map(line)]],
  ['the last line has no end', () => [records.map((record) => JSON.stringify(record)).join('\n')]],
])('a file is read as it was meant where %s', async (_, contents) => {
  const { records: seen, problems } = await read(...contents());
  expect(seen).toEqual(records);
  expect(problems).toEqual([]);
});

test('a setting is kept as it is, whatever its keys and its size, and nothing else changes by it', async () => {
  const setting = JSON.parse(`{"__proto__":{"polluted":true},"constructor":1,"\\u0000":"${'x'.repeat(1e6)}"}`);
  const { records: seen, problems } = await read(line(runRecord), line({ ...decision, setting }));
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
    const { records: seen, problems } = await read(cut);
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
  const reading = read(contents());
  await expect(reading).rejects.toThrow(DataError);
  await expect(reading).rejects.toThrow(message);
  await expect(reading).rejects.toThrow(/^[^\n]*$/);
});

test('what cannot be read is refused by name', async () => {
  for (const path of [directory, join(directory, 'absent.jsonl')]) {
    await expect(readEvidence(path, suite.kinds)).rejects.toThrow(DataError);
    await expect(readEvidence(path, suite.kinds)).rejects.toThrow(`cannot read ${path}: `);
  }
});
