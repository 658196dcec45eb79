import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Flaw, recordParser } from '../../properties/engine/evidence/parse-record.ts';
import { reportJson } from '../json.ts';
import { parseReport } from '../model/read-report.ts';
import { curve } from '../testing/curves.ts';
import { exampleEvidence } from '../testing/evidence.ts';
import { replicatedEvidence, replicatedRun } from '../testing/replicated.ts';
import { reportOf } from '../testing/reports.ts';
import { exampleKinds } from '../testing/suite.ts';
import { root } from './from-types.ts';
import { schemas } from './schemas.ts';

const parseRecord = recordParser(exampleKinds);
const parsed = (record: object) => parseRecord(Buffer.from(JSON.stringify(record)));

test('the committed schemas are those of the types (npm run schema makes them so)', () => {
  for (const [path, text] of Object.entries(schemas())) expect(readFileSync(join(root, path), 'utf8'), path).toBe(text);
});

test.each([
  ['drawn settings', exampleEvidence],
  ['replicated runs', replicatedEvidence],
])('evidence of %s and its report match the schemas', (_, evidence) => {
  for (const record of evidence) expect(parsed(record)).toEqual(JSON.parse(JSON.stringify(record)));
  const json = reportJson(reportOf(evidence));
  expect(parseReport(json, 'report.json')).toEqual(JSON.parse(json));
});

test.each([
  ['a curve with a word for a number', { ...curve({ treatment: 'full' }, 1, 0), replicate: 'first' }],
  ['a curve with a field too many', { ...curve({ treatment: 'full' }, 1, 0), extra: 1 }],
  ['a round with a word for a number', { ...curve({ treatment: 'full' }, 1, 0), rounds: [{ round: 'last' }] }],
  [
    'a replicated claim without effects',
    withDetails({ ...(replicatedRun.claims[0]!.details as object), effects: null }),
  ],
  ['a replicated claim without details', withDetails(null)],
])('%s does not match the schema of its kind of work', (_, record) => {
  expect(parsed(record)).toBeInstanceOf(Flaw);
});

function withDetails(details: unknown) {
  return { ...replicatedRun, claims: [{ ...replicatedRun.claims[0]!, details }] };
}
