import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { DataError } from '../../properties/engine/data-error.ts';
import type { EvidenceRecord, RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { reportJson } from '../../reports/json.ts';
import type { Report } from '../../reports/model/report.ts';
import type { ListedSuite } from '../suites.ts';
import { captured } from '../testing/captured.ts';
import { tinyRun } from '../testing/tiny-run.ts';
import { suites } from '../testing/tiny-suite/suites.ts';
import { exitCodes, UsageError } from '../usage.ts';
import { lastEvidence } from './explain.ts';
import { report } from './report.ts';

const claim = 'expected-payoff';
const [tiny] = suites as [ListedSuite];

let records: readonly EvidenceRecord[];
let whole: Report;
let lines: string[];
beforeAll(async () => {
  ({ records, report: whole } = await tinyRun());
  lines = records.map((record) => `${JSON.stringify(record)}\n`);
});

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-report-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

function fileOf(name: string, contents: readonly string[]): string {
  const path = join(directory, name);
  writeFileSync(path, contents.join(''));
  return path;
}

const read = (name: string) => readFileSync(join(directory, name), 'utf8');

/** Reports into the directory; what was printed, line by line of stderr, and the exit code. */
async function reported(...from: string[]) {
  const { stdout, stderr, exitCode } = await captured(() => report(suites, { from, out: directory }));
  return { stdout, exitCode, told: stderr.split('\n').slice(0, -1) };
}

test('shards are merged into the evidence and the report of the whole run', async () => {
  const [first, ...rest] = lines;
  const a = fileOf('a.jsonl', [first!, ...rest.slice(3)]);
  const b = fileOf('b.jsonl', [first!, ...rest.slice(0, 5)]);
  const { stdout, exitCode, told } = await reported(a, b);
  expect(read('evidence.jsonl')).toBe(lines.join(''));
  expect(read('report.json')).toBe(reportJson(whole));
  expect(stdout).toContain('Claims: 2 supported, 0 refuted, 0 undecided');
  expect([exitCode, told]).toEqual([exitCodes.supported, []]);
});

test('a shard that is missing is named, and the exit code is that of undecided though no part is', async () => {
  const [run, ...rest] = records as [RunRecord, ...EvidenceRecord[]];
  const shard = { ...run, shards: { of: 2, done: [1] } };
  const path = fileOf(
    'a.jsonl',
    [shard, ...rest].map((record) => `${JSON.stringify(record)}\n`),
  );
  const { stdout, exitCode, told } = await reported(path);
  const note = 'Shard 2/2 of the run is missing.';
  expect([exitCode, told]).toEqual([exitCodes.undecided, [`claimcheck: ${note}`]]);
  expect(stdout).toContain(`Note: ${note}`);
});

test('of evidence that was cut short the rest is reported, and the report says so', async () => {
  const last = 1 + records.findLastIndex(({ type }) => type === 'decision' || type === 'mutant');
  const path = fileOf('cut.jsonl', [lines.slice(0, last).join('').slice(0, -20)]);
  const { stdout, exitCode, told } = await reported(path);
  expect(told).toEqual([expect.stringMatching(`^claimcheck: ${path}:${last} is cut short, or is not JSON: .*$`)]);
  expect(exitCode).toBe(exitCodes.undecided);
  const note = `Part of ${path} is no evidence and is left out: its line ${last} is cut short`;
  expect(JSON.parse(read('report.json')).notes).toEqual([expect.stringContaining(note)]);
  expect(read('report.md')).toContain('⚠️ Part of');
  expect(stdout).toContain(`Note: ${note}`);
});

test('a screenful of problems is printed, controls shown, and the rest counted; evidence that is reported where it lies stays as it is', async () => {
  const contents = [...lines, ...Array<string>(25).fill('"\u001b[2J\n')];
  const { told } = await reported(fileOf('evidence.jsonl', contents));
  expect(told).toHaveLength(21);
  expect(told.join('')).not.toContain('\u001b');
  expect(told.at(-1)).toBe('claimcheck: and 5 more lines that cannot be used');
  expect(read('evidence.jsonl')).toBe(contents.join(''));
  expect(read('report.md')).toContain(claim);
});

test('merged evidence does not take the place of a shard', async () => {
  const shards = [fileOf('evidence.jsonl', lines), fileOf('b.jsonl', lines)];
  await expect(reported(...shards)).rejects.toThrow(UsageError);
  expect(read('evidence.jsonl')).toBe(lines.join(''));
});

test('evidence that cites what the manifest does not have is refused', async () => {
  const revised = lines[0]!.replaceAll('"bet.mean~', '"bet.forgotten~');
  await expect(reported(fileOf('a.jsonl', [revised, ...lines.slice(1)]))).rejects.toThrow(DataError);
});

test('the last evidence of a claim is its verdict, the comparison closest to its margin, and its mutants', async () => {
  const text = (await lastEvidence(tiny, claim, fileOf('a.jsonl', lines))).join('\n');
  const { settings, mutants } = whole.claims.find(({ id }) => id === claim)!;
  expect(text).toContain('a.jsonl, brief tier, seed 1');
  expect(text).toContain(`supported: ${settings} settings`);
  expect(text).toMatch(/closest to its margin: E X, setting \d+: [^\n]+, supported in \[/);
  expect(text).toContain(`mutants refuted: ${mutants.length} of ${mutants.length}`);
});

test('the last evidence of a claim says when code that it depends on changed, and is silent when other code did', async () => {
  const [run, ...rest] = records as [RunRecord, ...EvidenceRecord[]];
  const withOther = (sources: string) =>
    fileOf(
      'a.jsonl',
      [{ ...run, claims: run.claims.map((each) => (each.id === claim ? { ...each, sources } : each)) }, ...rest].map(
        (record) => `${JSON.stringify(record)}\n`,
      ),
    );
  expect((await lastEvidence(tiny, claim, withOther('0'.repeat(64)))).join('\n')).toContain('  stale: code that it');
  expect((await lastEvidence(tiny, 'drifting-walk', withOther('0'.repeat(64)))).join('\n')).not.toContain('stale');
});

test('where evidence of a claim is not found the file is named', async () => {
  const [run, ...rest] = records as [RunRecord, ...EvidenceRecord[]];
  const path = fileOf(
    'a.jsonl',
    [{ ...run, claims: run.claims.filter(({ id }) => id !== claim) }, ...rest].map(
      (record) => `${JSON.stringify(record)}\n`,
    ),
  );
  expect((await lastEvidence(tiny, claim, path))[0]).toBe(
    `Last evidence: none found, ${path} is of a run without this claim`,
  );
  await expect(lastEvidence(tiny, claim, join(directory, 'absent'))).rejects.toThrow(DataError);
});

test('without evidence in the usual place, or with evidence that cannot be used there, all the rest is still told', async () => {
  const usual = join(directory, 'usual.jsonl');
  expect((await lastEvidence(tiny, claim, undefined, usual))[0]).toContain(`none found, ${usual} is not there`);
  fileOf('usual.jsonl', ['{}']);
  expect((await lastEvidence(tiny, claim, undefined, usual))[0]).toContain(
    `cannot be used: ${usual} has no run record`,
  );
});
