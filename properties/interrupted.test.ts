import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keyedStream } from '../sim/random/stream.ts';
import { keptIn, plan, timeless } from './retraining/example/interrupted.ts';
import { run } from './run.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-interrupted-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const script = join(import.meta.dirname, 'retraining', 'example', 'interrupted.ts');
const journal = () => join(directory, 'journal.jsonl');
const results = () => (existsSync(journal()) ? readFileSync(journal(), 'utf8').split('\n').slice(1, -1) : []);

/** Runs the plan in a process of its own and kills it as soon as it has kept so many more results. */
async function killAfter(more: number, pause: number): Promise<void> {
  const before = results().length;
  const child = spawn(process.execPath, ['--import', 'tsx', script, directory], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  while (child.exitCode === null && results().length < before + more) await setTimeout(1);
  await setTimeout(pause);
  child.kill('SIGKILL');
  await ended;
}

test('a run that is killed again and again and then left alone gives the evidence of one that never was', async () => {
  const kills = 2;
  const stream = keyedStream(1, 'kills', 0, 0);
  for (let kill = 0; kill < kills; kill += 1) await killAfter(5, 20 * stream.uniform());
  const kept = results();
  expect(kept.length).toBeGreaterThanOrEqual(kills * 5);
  expect(readdirSync(join(directory, 'checkpoints')).length).toBeGreaterThan(0);

  const uninterrupted = timeless(await run({ ...plan, workers: 2 }));
  expect(kept.length).toBeLessThan(uninterrupted.length);
  const resumed = timeless(await run({ ...plan, workers: 2, ...keptIn(directory) }));
  expect(resumed).toEqual(uninterrupted);
  // What was there was used, not done again.
  expect(results().slice(0, kept.length)).toEqual(kept);
});

test('damaged lines are told of and their work is done again', async () => {
  const before = timeless(await run({ ...plan, workers: 0, ...keptIn(directory) }));
  const lines = readFileSync(journal(), 'utf8').split('\n');
  for (const place of [1, 2]) lines[place] = lines[place]!.replace(/.$/, '');
  writeFileSync(journal(), lines.join('\n'));
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const after = await run({ ...plan, workers: 0, ...keptIn(directory) });
  const told = stderr.mock.calls.map(([line]) => String(line));
  stderr.mockRestore();
  expect(timeless(after)).toEqual(before);
  expect(told).toEqual([2, 3].map((line) => expect.stringContaining(`journal.jsonl:${line}: the line is damaged`)));
});
