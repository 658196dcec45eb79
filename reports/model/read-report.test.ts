import { expect, test } from 'vitest';
import { DataError } from '../../properties/engine/data-error.ts';
import { exampleEvidence } from '../testing/evidence.ts';
import { reportOf } from '../testing/reports.ts';
import { parseReport } from './read-report.ts';
import { reportVersion } from './report.ts';

const report = reportOf(exampleEvidence);

test.each<[string, string, RegExp]>([
  ['is not JSON', '{"version": 3,', /^a\.json is no report: it is not JSON: /],
  ['is no object', '[1]', /^a\.json is no report: it states no version$/],
  ['is null', 'null', /^a\.json is no report: it states no version$/],
  ['is evidence', JSON.stringify(exampleEvidence[1]), /^a\.json is no report: it states no version$/],
  [
    'is of an older version, however much it is like this one',
    JSON.stringify({ ...report, version: reportVersion - 1 }),
    new RegExp(
      `^a\\.json is a report of version ${reportVersion - 1}, and this release reads version ${reportVersion}: ` +
        'verify once with this release \\(npm run verify\\) and keep its report\\.json as the new baseline$',
    ),
  ],
  [
    'is of a later version',
    JSON.stringify({ ...report, version: reportVersion + 1 }),
    new RegExp(`${reportVersion + 1}, and this release reads version ${reportVersion}: a later release wrote it`),
  ],
  ['lacks a field', JSON.stringify({ ...report, seed: undefined }), /: it must have required property 'seed'$/],
  [
    'has a field too many',
    JSON.stringify({ ...report, extra: 1 }),
    /: it must NOT have additional properties \(extra\)$/,
  ],
  ['has a field of another kind', JSON.stringify({ ...report, claims: {} }), /: \/claims must be array$/],
])('a text that %s is refused in one line', (_, text, message) => {
  expect(() => parseReport(text, 'a.json')).toThrow(DataError);
  expect(() => parseReport(text, 'a.json')).toThrow(message);
});

test('a byte order mark does not matter', () => {
  const text = JSON.stringify(report);
  expect(parseReport(`\uFEFF${text}`, 'a.json')).toEqual(JSON.parse(text));
});
