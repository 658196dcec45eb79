import { expect, test } from 'vitest';
import { curve, decision, line, readFileOf, records, runRecord } from './testing/evidence-file.ts';

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
  const {
    file,
    records: seen,
    problems,
  } = await readFileOf(...records.slice(0, 2).map(line), hostile(), '\n', ...records.slice(2).map(line));
  expect(seen).toEqual(records);
  expect(problems).toEqual([{ file, line: 3, what: expect.stringMatching(what) }]);
  expect(problems[0]!.what.length).toBeLessThanOrEqual(201);
});
