import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DataError } from '../../properties/engine/data-error.ts';
import { run } from '../../properties/engine/run.ts';
import { tiers } from '../../properties/engine/tier.ts';
import { reportJson } from '../../reports/json.ts';
import { buildReport } from '../../reports/model/build-report.ts';
import { exampleReport } from '../../reports/testing/reports.ts';
import { statements } from '../../theory/verified-retraining/statements/index.ts';
import { captured } from '../testing/captured.ts';
import { UsageError } from '../usage.ts';
import { chooseClaims } from './choose-claims.ts';
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
  const chosen = chooseClaims(['one-round-exact', 'gain-sign', 'not-stricter-is-better']);
  // A mutant each, of up to twelve: they take most of the time.
  const claims = chosen.map((claim) => ({ ...claim, mutants: claim.mutants.slice(0, 1) }));
  const reportOf = async (seed: number) => {
    const records = await run({ claims, seed, tier: tiers.quick, workers: 0 });
    return file(`seed-${seed}.json`, reportJson(buildReport(records, statements)));
  };
  const [first, second, third] = [await reportOf(1), await reportOf(2), await reportOf(3)];
  for (const [baseline, report] of [
    [first, second],
    [second, third],
    [third, first],
  ] as const) {
    const { exitCode, stdout } = await captured(() => gate({ baseline, report }));
    expect(stdout).toContain(' 4 effects ');
    expect(exitCode).toBe(0);
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
    ['that has the version and nothing else', '{"version": 3}', 'is no report of version 3'],
    ['that has no statements', good.replaceAll('"statements"', '"sentences"'), 'is no report of version 3'],
    [
      'of another version',
      good.replace('"version": 3', '"version": 2'),
      'of version 2, and this release reads version 3',
    ],
    ['of another tier', good.replace('"tier": "quick"', '"tier": "full"'), 'of the full tier, the report of the quick'],
  ])('%s', (_, content, line) => {
    expect(refusal(content)).toThrow(DataError);
    expect(refusal(content)).toThrow(line);
  });

  test('that is not there, as a bad command line', () => {
    const missing = () => gate({ baseline: join(directory, 'none.json'), report: report() });
    expect(missing).toThrow(UsageError);
    expect(missing).toThrow('--baseline: ENOENT');
    expect(() => gate({ baseline: report(), report: directory })).toThrow('--report: EISDIR');
  });
});
