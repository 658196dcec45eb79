import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { keyedStream } from '../sim/random/stream.ts';
import { plan, timeless } from './retraining/example/interrupted.ts';
import { run } from './run.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-interrupted-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const script = join(import.meta.dirname, 'retraining', 'example', 'interrupted.ts');
const store = () => ({ directory, identity: 'interrupted' });
const results = () => readdirSync(directory).filter((name) => name.endsWith('.result'));

/** Runs the plan in a process of its own and kills it as soon as it has stored so many more results. */
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
  const kept = new Map(results().map((name) => [name, readFileSync(join(directory, name))]));
  expect(kept.size).toBeGreaterThanOrEqual(kills * 5);
  expect(readdirSync(directory).some((name) => name.endsWith('.checkpoint'))).toBe(true);

  const uninterrupted = timeless(await run({ ...plan, workers: 2 }));
  expect(kept.size).toBeLessThan(uninterrupted.length);
  const resumed = timeless(await run({ ...plan, workers: 2, store: store() }));
  expect(resumed).toEqual(uninterrupted);
  // What was there was used, not done again.
  for (const [name, bytes] of kept) expect(readFileSync(join(directory, name)).equals(bytes), name).toBe(true);
});

test('damaged files are told of and done again', async () => {
  const before = timeless(await run({ ...plan, workers: 0, store: store() }));
  const damaged = results().slice(0, 2);
  for (const name of damaged) {
    const path = join(directory, name);
    const bytes = readFileSync(path);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(path, bytes);
  }
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const after = await run({ ...plan, workers: 0, store: store() });
  const lines = stderr.mock.calls.map(([line]) => String(line));
  stderr.mockRestore();
  expect(timeless(after)).toEqual(before);
  for (const name of damaged) expect(lines.filter((line) => line.includes(`${name} is damaged`))).toHaveLength(1);
});
