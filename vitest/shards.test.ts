import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimcheck } from '../cli/testing/captured.ts';
import type { EvidenceRecord } from '../properties/engine/evidence/evidence.ts';
import { run } from '../properties/engine/run.ts';
import { tiers } from '../properties/engine/tier.ts';
import { drawnClaims } from '../properties/verified-retraining/claims/index.ts';
import { timeless } from '../properties/verified-retraining/vae/testing/interrupted.ts';

/** Groups of claims whose test files are quick. */
const groups = ['gain', 'transfer-map'];

const directory = mkdtempSync(join(tmpdir(), 'claimcheck-vitest-shards-'));
afterAll(() => rmSync(directory, { recursive: true }));

const reporter = join(import.meta.dirname, 'reporter.ts');

async function vitest(out: string, ...words: readonly string[]) {
  const env = { ...process.env, NO_COLOR: '1', CLAIMCHECK_SEED: '1', GITHUB_ACTIONS: 'false', CLAIMCHECK_OUT: out };
  const command = ['node_modules/vitest/vitest.mjs', 'run', `--reporter=${reporter}`, ...words];
  const child = spawn(process.execPath, command, {
    cwd: join(import.meta.dirname, '..'),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { exitCode: child.exitCode, printed: stdout + stderr };
}

const evidenceIn = (out: string): EvidenceRecord[] =>
  readFileSync(join(out, 'evidence.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const jobs = [1, 2].map((index) => join(directory, `job${index}`));
const blobs = join(directory, 'blobs');
let whole: unknown[];

beforeAll(async () => {
  mkdirSync(blobs);
  const files = groups.map((group) => `properties/verified-retraining/${group}.test.ts`);
  const ended = await Promise.all(
    jobs.map((out, place) =>
      vitest(
        out,
        ...files,
        `--shard=${place + 1}/2`,
        '--reporter=blob',
        `--outputFile.blob=${join(blobs, `${place}.json`)}`,
      ),
    ),
  );
  for (const { exitCode, printed } of ended) expect(exitCode, printed).toBe(0);
  const claims = drawnClaims.filter(({ group }) => groups.includes(group));
  const records = await run({ claims, seed: 1, tier: tiers.quick, workers: 0 });
  // Their figures are made by a test file of their own.
  whole = timeless(JSON.parse(JSON.stringify(records.filter(({ type }) => type !== 'illustration'))));
});

test('the evidence of jobs that have part of the test files each is merged to that of all', async () => {
  const claimsOf = jobs.map((out) => evidenceIn(out).filter(({ type }) => type === 'draw').length);
  expect(Math.min(...claimsOf)).toBeGreaterThan(0);
  const merged = join(directory, 'merged');
  const from = jobs.map((out) => join(out, 'evidence.jsonl'));
  const { exitCode, stdout } = await claimcheck('report', '--from', ...from, '--out', merged);
  expect(timeless(evidenceIn(merged))).toEqual(whole);
  expect([exitCode, stdout.includes('Note:')]).toEqual([0, false]);
});

test("vitest's own merge of its blob reports gives the same evidence", async () => {
  const merged = join(directory, 'from-blobs');
  const { exitCode, printed } = await vitest(merged, `--merge-reports=${blobs}`);
  expect(exitCode, printed).toBe(0);
  expect(timeless(evidenceIn(merged))).toEqual(whole);
});
