import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceRecord } from '../properties/engine/evidence/evidence.ts';
import { suite } from '../properties/verified-retraining/suite.ts';
import { reportJson } from '../reports/json.ts';
import { buildReport } from '../reports/model/build-report.ts';
import { verifiedRetrainingReports as reports } from '../reports/verified-retraining/index.ts';
import { claimcheck } from './testing/captured.ts';
import { endOf, launcher, start } from './testing/processes.ts';

/** A claim about formulas alone, so that its runs are short. */
const claim = 'transfer-map-moments';

let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'claimcheck-'));
});
afterAll(() => rmSync(out, { recursive: true }));

test('verify on two workers writes evidence, the report of that evidence, and prints the verdict; replay finds a setting of it again', async () => {
  const words = ['verify', '--claim', claim, '--seed', '3', '--workers', '2', '--out', out];
  const { exitCode, stdout, stderr } = await endOf(start(launcher, words));
  expect(exitCode, stderr).toBe(0);
  expect(stdout).toContain('Claims: 1 supported, 0 refuted, 0 undecided');
  expect(stderr).toContain(`[1/1] ${claim} supported`);
  expect(readdirSync(out)).toEqual(['evidence.jsonl', 'junit.xml', 'report.html', 'report.json', 'report.md']);

  const lines = readFileSync(join(out, 'evidence.jsonl'), 'utf8').trimEnd().split('\n');
  const records: EvidenceRecord[] = lines.map((line) => JSON.parse(line));
  expect(readFileSync(join(out, 'report.json'), 'utf8')).toBe(reportJson(buildReport(records, suite, { reports })));

  const second = records.find((record) => record.type === 'decision' && record.index === 1);
  const replayed = await claimcheck('replay', claim, '--seed', '3', '--path', '1');
  expect(second).toBeDefined();
  if (second?.type === 'decision') expect(replayed.stdout).toContain(JSON.stringify(second.setting, null, 2));
  expect(replayed.stdout).toContain(`${claim}, setting at 1: supported`);
  expect(replayed.exitCode).toBe(0);
});
