import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DataError } from '../../properties/engine/data-error.ts';
import { reportJson } from '../../reports/json.ts';
import { exampleReport } from '../../reports/testing/reports.ts';
import { captured } from '../testing/captured.ts';
import { tinyRun } from '../testing/tiny-run.ts';
import { UsageError } from '../usage.ts';
import { gate } from './gate.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-gate-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

const good = reportJson(exampleReport());
const worse = reportJson(
  exampleReport((record) => (record.type === 'mutant' ? { ...record, refuted: false } : record)),
);

test('a report that is worse than its baseline exits 3 with a table of what changed, 0 when only information is wanted', async () => {
  const files = { baseline: file('good.json', good), report: file('worse.json', worse) };
  const { exitCode, stdout } = await captured(() => gate(files));
  expect(exitCode).toBe(3);
  expect(stdout).toMatch(
    /^11 things worse than in the baseline; .*\n +what +baseline +now\nclaim +holds +supported +un/,
  );
  const informational = await captured(() => gate({ ...files, informational: true }));
  expect(informational).toMatchObject({ exitCode: 0, stdout });
});

test('runs that differ in the seed alone are not worse than one another', async () => {
  const seeds = [1, 2, 3, 4, 5, 6];
  const files = await Promise.all(
    seeds.map(async (seed) => file(`seed-${seed}.json`, reportJson((await tinyRun(seed)).report))),
  );
  for (const baseline of files) {
    for (const report of files.filter((each) => each !== baseline)) {
      const { exitCode, stdout } = await captured(() => gate({ baseline, report }));
      expect(stdout).toContain(' 1 effect ');
      expect(exitCode, stdout).toBe(0);
    }
  }
});

describe('a baseline is refused', () => {
  const report = () => file('report.json', good);
  const refusal = (content: string) => () => gate({ baseline: file('baseline.json', content), report: report() });

  test.each([
    ['that is empty', '', 'is no report: it is not JSON'],
    ['that was cut short', good.slice(0, good.length / 2), 'is no report: it is not JSON'],
    ['that is no object', '[1]', 'is no report: it states no version'],
    ['that is something else', '{"version": "1.0.0"}', 'is no report: it states no version'],
    ['that has the version and nothing else', '{"version": 4}', 'is no report of version 4'],
    ['that has no statements', good.replaceAll('"statements"', '"sentences"'), 'is no report of version 4'],
    [
      'of an older version',
      good.replace('"version": 4', '"version": 3'),
      'of version 3, and this release reads version 4: verify once with this release (npm run verify)',
    ],
    [
      'of a later version',
      good.replace('"version": 4', '"version": 5'),
      'of version 5, and this release reads version 4: a later release wrote it',
    ],
    ['of another tier', good.replace('"tier": "quick"', '"tier": "full"'), 'of the full tier, the report of the quick'],
  ])('%s', (_, content, line) => {
    expect(refusal(content)).toThrow(DataError);
    expect(refusal(content)).toThrow(line);
  });

  test('of another suite', async () => {
    const { report } = await tinyRun();
    expect(refusal(reportJson(report))).toThrow(DataError);
    expect(refusal(reportJson(report))).toThrow('the baseline is of the suite tiny');
  });

  test('that is not there, as a bad command line', () => {
    const missing = () => gate({ baseline: join(directory, 'none.json'), report: report() });
    expect(missing).toThrow(UsageError);
    expect(missing).toThrow('--baseline: ENOENT');
    expect(() => gate({ baseline: report(), report: directory })).toThrow('--report: EISDIR');
  });
});
