import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Crew, openCrew } from './crew.ts';

/** Tasks that fail at once, in words of their own: what a crew does with them is seen without doing any work. */
const task = (claim: string) => ({ seed: 1, tier: 'quick', claim, mutant: 'none' }) as const;

let crew: Crew;
beforeEach(() => {
  crew = openCrew(0, { directory: 'unused', identity: '' });
});
afterEach(() => crew.dispose());

test('of the tasks that wait the lowest rank is done first, and of equals the first that came', async () => {
  const done: string[] = [];
  const ranks = { c: [1, 0], d: [1, 0], a: [0, 3, -4], b: [0, 3, -2], e: [1, 2] };
  await Promise.all(
    Object.entries(ranks).map(([name, rank]) => crew.submit(task(name), rank).catch(() => done.push(name))),
  );
  expect(done).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('a task that fails fails alone', async () => {
  await expect(crew.submit(task('no-such-claim'), [0])).rejects.toThrow("'no-such-claim' is unknown");
  await expect(
    crew.submit({ seed: 1, tier: 'quick', claim: 'not-one-bad-round', draws: [0, 0] }, [0]),
  ).resolves.toEqual([]);
});

test('tasks that wait when the crew is disposed of are never done', async () => {
  let done = 0;
  void crew.submit(task('waits'), [0]).finally(() => {
    done += 1;
  });
  await crew.dispose();
  await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  expect(done).toBe(0);
});
