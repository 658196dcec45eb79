import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Task } from '../kinds/kind-of-work.ts';
import { notAlwaysHeads } from '../testing/walks/claims/coins.ts';
import { suite } from '../testing/walks/suite.ts';
import { openPool, type WorkerPool } from './worker-pool.ts';

/** Tasks that fail at once, in words of their own: what a pool does with them is seen without doing any work. */
const task = (claim: string): Task =>
  ({ kind: 'drawn-settings', seed: 1, tier: 'quick', claim, mutant: 'none' }) as Task;

let pool: WorkerPool;
beforeEach(() => {
  pool = openPool(0, { suite, checkpoints: { directory: 'unused', identity: '' }, local: {} });
});
afterEach(() => pool.dispose());

test('of the tasks that wait the lowest rank is done first, and of equals the first that came', async () => {
  const done: string[] = [];
  const ranks = { c: [1, 0], d: [1, 0], a: [0, 3, -4], b: [0, 3, -2], e: [1, 2] };
  await Promise.all(
    Object.entries(ranks).map(([name, rank]) => pool.submit(task(name), rank).catch(() => done.push(name))),
  );
  expect(done).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('a task that fails fails alone', async () => {
  await expect(pool.submit(task('no-such-claim'), [0])).rejects.toThrow("'no-such-claim' is unknown");
  const nothing = { kind: 'drawn-settings', seed: 1, tier: 'quick', claim: notAlwaysHeads.id, settings: [0, 0] };
  await expect(pool.submit(nothing, [0])).resolves.toEqual([]);
});

test('tasks that wait when the pool is disposed of are never done', async () => {
  let done = 0;
  void pool.submit(task('waits'), [0]).finally(() => {
    done += 1;
  });
  await pool.dispose();
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  expect(done).toBe(0);
});
