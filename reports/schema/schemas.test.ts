import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseRecord } from '../../properties/engine/evidence/parse-record.ts';
import { reportJson } from '../json.ts';
import { parseReport } from '../model/read-report.ts';
import { buildReport } from '../model/report.ts';
import { exampleEvidence, exampleStatements } from '../testing/evidence.ts';
import { retrainingEvidence } from '../testing/replicated.ts';
import { schemas } from './schemas.ts';

test('the committed schemas are those of the types (npm run schema makes them so)', () => {
  const root = join(import.meta.dirname, '..', '..');
  for (const [path, text] of Object.entries(schemas())) expect(readFileSync(join(root, path), 'utf8'), path).toBe(text);
});

test.each([
  ['drawn settings', exampleEvidence],
  ['retrained generators', retrainingEvidence],
])('evidence of %s and its report match the schemas', (_, evidence) => {
  for (const record of evidence) {
    const line = JSON.stringify(record);
    expect(parseRecord(Buffer.from(line)), line).toEqual(JSON.parse(line));
  }
  const json = reportJson(buildReport(evidence, exampleStatements));
  expect(parseReport(json, 'report.json')).toEqual(JSON.parse(json));
});
