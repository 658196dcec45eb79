import { expect, test } from 'vitest';
import type { CoverageRecord } from '../../properties/engine/evidence/evidence.ts';
import { reportMarkdown } from '../markdown/markdown.ts';
import { exampleEvidence, exampleRun } from '../testing/evidence.ts';
import { reportOf } from '../testing/reports.ts';
import { codeTable, lineCounts } from './code.ts';
import { sourcesOfRun } from './stale.ts';

const sources = {
  ...exampleRun.sources,
  'sim/run.ts': 'a',
  'sim/apart.ts': 'a',
  'theory/law.ts': 'a',
  'properties/x.ts': 'a',
};
const record = (claim: string | null, files: CoverageRecord['files']): CoverageRecord => ({
  type: 'coverage',
  claim,
  files,
});
const coverage: readonly CoverageRecord[] = [
  {
    ...record(null, {
      'sim/run.ts': [[2, 9]],
      'theory/law.ts': [
        [1, 3],
        [7, 7],
      ],
      'theory/model.ts': [],
    }),
    sources,
  },
  record('holds', { 'sim/run.ts': [[2, 4]], 'theory/model.ts': [] }),
  record('fails', {
    'sim/run.ts': [
      [4, 6],
      [9, 9],
    ],
  }),
];
const report = (records: readonly CoverageRecord[], files: Readonly<Record<string, string>> = sources) =>
  reportOf([...exampleEvidence, ...records], { sources: { ...sourcesOfRun(exampleRun), files } });

test('each file has its executable lines, those that no claim executes, and the claims that execute any', () => {
  const code = report(coverage).code!;
  expect(code.files).toEqual([
    { file: 'sim/run.ts', executable: 8, unexercised: [[7, 8]], claims: ['holds', 'fails'] },
    {
      file: 'theory/law.ts',
      executable: 4,
      unexercised: [
        [1, 3],
        [7, 7],
      ],
      claims: [],
    },
  ]);
  expect(lineCounts(code.files)).toEqual({ unexercised: 6, executable: 12 });
  expect(code).toMatchObject({ measured: ['holds', 'fails'], changed: [], apart: ['sim/apart.ts'] });
});

test('the table has the files with lines that no claim executes', () => {
  expect(codeTable(report(coverage).code!).rows).toEqual([
    ['sim/run.ts', '2 of 8', '7–8', '2 claims'],
    ['theory/law.ts', '4 of 4', '1–3, 7', 'none'],
  ]);
});

test('of records that come twice the last one counts', () => {
  const [first, ...claims] = coverage;
  const later = { ...first!, files: { 'sim/run.ts': [[2, 10]] as const } };
  const twice = report([first!, ...claims, record('fails', { 'sim/run.ts': [[2, 9]] }), later]).code!;
  expect(twice.measured).toEqual(['holds', 'fails']);
  expect(twice.files).toMatchObject([{ executable: 9, unexercised: [[10, 10]] }]);
});

test('measured files that changed since coverage was taken are named, and no file of which nothing is known', () => {
  const { 'theory/law.ts': _, ...known } = sources;
  expect(report(coverage, { ...known, 'sim/run.ts': 'b', 'sim/apart.ts': 'b' }).code!.changed).toEqual(['sim/run.ts']);
});

test('the report says how much code below the roots of the suite no claim exercises, or how to find out', () => {
  expect(reportMarkdown(report(coverage))).toContain(
    '6 of 12 lines in functions of theory/ and sim/ are executed by none of 2 claims',
  );
  expect(report([]).code).toBeNull();
  expect(reportMarkdown(report([]))).toContain('Not measured: `npm run claimcheck -- coverage`');
});
