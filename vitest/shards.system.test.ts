import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLineOf } from '../cli/testing/captured.ts';
import { endOf, start } from '../cli/testing/processes.ts';
import { tinyRun } from '../cli/testing/tiny-run.ts';
import { suites } from '../cli/testing/tiny-suite/suites.ts';
import { evidenceLines } from '../reports/json.ts';

const directory = mkdtempSync(join(tmpdir(), 'claimcheck-vitest-shards-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** Runs the tests of the tiny suite's claims. */
function vitest(out: string, ...words: readonly string[]) {
  const env = { ...process.env, NO_COLOR: '1', CLAIMCHECK_SEED: '1', GITHUB_ACTIONS: 'false', CLAIMCHECK_OUT: out };
  const config = ['--config', 'cli/testing/tiny-suite/vitest.config.ts'];
  return endOf(start(['node_modules/vitest/vitest.mjs', 'run', ...config], words, { env }));
}

const timeless = (evidence: string) => evidence.replaceAll(/"milliseconds":[\d.e+-]+/g, '');
const evidenceIn = (out: string) => timeless(readFileSync(join(out, 'evidence.jsonl'), 'utf8'));

const jobs = [1, 2].map((index) => join(directory, `job${index}`));
const blobs = join(directory, 'blobs');
let whole: string;

beforeAll(async () => {
  mkdirSync(blobs);
  const ended = await Promise.all(
    jobs.map((out, place) =>
      vitest(
        out,
        `--shard=${place + 1}/2`,
        '--reporter=./vitest/reporter.ts',
        '--reporter=blob',
        `--outputFile.blob=${join(blobs, `${place}.json`)}`,
      ),
    ),
  );
  for (const { exitCode, stdout, stderr } of ended) expect(exitCode, stdout + stderr).toBe(0);
  whole = timeless([...evidenceLines((await tinyRun()).records)].join(''));
});

test('the evidence of jobs that have part of the test files each is merged to that of all', async () => {
  for (const out of jobs) expect(evidenceIn(out)).toMatch(/"type":"(decision|observation)"/);
  const merged = join(directory, 'merged');
  const from = jobs.map((out) => join(out, 'evidence.jsonl'));
  const { exitCode, stdout } = await commandLineOf(suites)('report', '--from', ...from, '--out', merged);
  expect(evidenceIn(merged)).toBe(whole);
  expect([exitCode, stdout.includes('Note:')]).toEqual([0, false]);
});

test("vitest's own merge of its blob reports gives the same evidence", async () => {
  const merged = join(directory, 'from-blobs');
  const { exitCode, stdout, stderr } = await vitest(merged, `--merge-reports=${blobs}`);
  expect(exitCode, stdout + stderr).toBe(0);
  expect(evidenceIn(merged)).toBe(whole);
});
