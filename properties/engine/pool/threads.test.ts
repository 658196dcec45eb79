import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Task } from '../kinds/kind-of-work.ts';
import { OutputError } from '../output-error.ts';
import { suite } from '../testing/walks/suite.ts';
import type { Executor } from './executor.ts';
import { threads, WorkerDeath } from './threads.ts';

let directory: string;
let executor: Executor;
let told: string[];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-threads-'));
  const filename = new URL('./testing/mortal-worker.mjs', import.meta.url).href;
  const checkpoints = { directory, identity: '' };
  executor = threads(2, { suite, checkpoints, local: {}, threads: { filename, heapMb: 16 } });
  told = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await executor.dispose();
  rmSync(directory, { recursive: true });
});

/** A task on which so many workers die. */
const task = (claim: string, how: string, deaths: number): Task =>
  ({ kind: 'drawn-settings', seed: deaths, tier: 'quick', claim, mutant: how }) as Task;

test.each([
  ['ends its process', 'exits', 'worker exited with code: 3'],
  ['throws outside its task', 'throws', 'on purpose, outside its task'],
  ['runs out of memory', 'fills', 'Worker terminated due to reaching memory limit: JS heap out of memory'],
])('the work of a worker that %s is done again, and a line names its claim', async (_, how, why) => {
  const others = [task('other', how, 0), task('another', how, 0)].map((each) => executor.perform(each));
  expect(await executor.perform(task('mortal', how, 2))).toBe(2);
  expect(await Promise.all(others)).toEqual([0, 0]);
  const line = `claimcheck: a worker died on the claim mortal, mutant ${how}: ${why}; its work is done again\n`;
  expect(told).toEqual([line, line]);
});

test('work that no worker outlives is given up after three of them, and the error names it', async () => {
  const given = executor.perform(task('deadly', 'exits', 99));
  await expect(given).rejects.toThrow(WorkerDeath);
  await expect(given).rejects.toThrow(
    '3 workers died one after another on the claim deadly, mutant exits: worker exited with code: 3',
  );
  expect(readFileSync(join(directory, 'deadly'), 'utf8')).toBe('+++');
  expect(told).toHaveLength(2);
  expect(await executor.perform(task('harmless', 'exits', 0))).toBe(0);
});

test('an ordinary error is no death: it names the claim, and the work is not done again', async () => {
  await expect(executor.perform(task('wrong', 'fails', 0))).rejects.toThrow(
    'claim wrong, mutant fails: an ordinary error',
  );
  // An error that is one line for the person who started the run stays that line.
  await expect(executor.perform(task('full', 'full', 0))).rejects.toThrow(new OutputError('the disk is full'));
  expect(told).toEqual([]);
});

test('where no worker can be started, all work that waits for one fails', async () => {
  await expect(executor.perform(task('last', 'last', 99))).rejects.toThrow('no worker can be started: it cannot start');
  await expect(executor.perform(task('later', 'exits', 0))).rejects.toThrow('no worker can be started');
});

test('work that is under way when its workers are disposed of is neither reported nor done again', async () => {
  const given = executor.perform(task('slow', 'throws', 1)).catch((error: Error) => error);
  await executor.dispose();
  expect(await given).toBeInstanceOf(Error);
  expect(told).toEqual([]);
});
