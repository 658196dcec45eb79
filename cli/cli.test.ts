import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EvidenceRecord } from '../properties/engine/evidence/evidence.ts';
import { reportJson } from '../reports/json.ts';
import { buildReport } from '../reports/model/build-report.ts';
import { statements } from '../theory/verified-retraining/statements/index.ts';
import { claimcheck } from './testing/captured.ts';

/** A claim about formulas alone, so that its runs are short. */
const claim = 'transfer-map-moments';

let out: string;
beforeAll(() => {
  out = mkdtempSync(join(tmpdir(), 'claimcheck-'));
});
afterAll(() => rmSync(out, { recursive: true }));

test.each([
  ['no command', [], 'explain, replay'],
  ['an unknown option', ['verify', '--sed', '1'], 'Did you mean --seed?'],
  ['an unknown tier', ['verify', '--tier', 'nightly'], 'quick, full, paper'],
  ['a seed beyond 32 bits', ['verify', '--seed', '4294967296'], 'whole numbers from 0 to 4294967295'],
  ['an unknown engine', ['verify', '--engine', 'torch'], 'onnx, tfjs'],
  ['an unknown claim', ['verify', '--claim', 'transfer-map-moment', '--out', 'no-such-directory'], claim],
] as const)('%s exits 64 with one line that says what is allowed, and makes nothing', async (_, words, allowed) => {
  const { exitCode, stdout, stderr } = await claimcheck(...words);
  expect(stderr).toMatch(/^claimcheck: [^\n]+\n$/);
  expect(stderr).toContain(allowed);
  expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
  expect(existsSync(join(import.meta.dirname, 'no-such-directory'))).toBe(false);
});

test.each([
  ['verify', ['verify', '--claim', 'vae-collapse', '--out', 'no-such-directory', '--mnist', 'no-such-mnist']],
  ['replay', ['replay', 'vae-collapse', '--seed', '1', '--path', '0', '--mnist', 'no-such-mnist']],
])('%s exits 65 with one line when there is no MNIST where it is said to be, and makes nothing', async (_, words) => {
  const { exitCode, stdout, stderr } = await claimcheck(...words);
  expect(stderr).toMatch(/^claimcheck: MNIST is not at no-such-mnist[^\n]+\n$/);
  expect({ exitCode, stdout }).toEqual({ exitCode: 65, stdout: '' });
  expect(existsSync(join(import.meta.dirname, 'no-such-directory'))).toBe(false);
});

function inItsOwnProcess(...words: readonly string[]) {
  return spawnSync(process.execPath, ['claimcheck', ...words], {
    cwd: join(import.meta.dirname, '..'),
    encoding: 'utf8',
  });
}

test('verify on two workers writes evidence, the report of that evidence, and prints the verdict; replay finds a draw of it again', async () => {
  const words = ['verify', '--claim', claim, '--seed', '3', '--workers', '2', '--out', out];
  const { status, stdout, stderr } = inItsOwnProcess(...words);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('Claims: 1 supported, 0 refuted, 0 undecided');
  expect(stderr).toContain(`[1/1] ${claim} supported`);
  expect(readdirSync(out)).toEqual(['evidence.jsonl', 'junit.xml', 'report.html', 'report.json', 'report.md']);

  const lines = readFileSync(join(out, 'evidence.jsonl'), 'utf8').trimEnd().split('\n');
  const records: EvidenceRecord[] = lines.map((line) => JSON.parse(line));
  expect(readFileSync(join(out, 'report.json'), 'utf8')).toBe(reportJson(buildReport(records, statements)));

  const second = records.find((record) => record.type === 'draw' && record.draw === 1);
  const replayed = await claimcheck('replay', claim, '--seed', '3', '--path', '1');
  expect(second).toBeDefined();
  if (second?.type === 'draw') expect(replayed.stdout).toContain(JSON.stringify(second.setting, null, 2));
  expect(replayed.stdout).toContain(`${claim}, draw at 1: supported`);
  expect(replayed.exitCode).toBe(0);
});
