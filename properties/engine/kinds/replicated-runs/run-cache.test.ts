import { expect, test } from 'vitest';
import { walksDesign } from '../../testing/walks/design.ts';
import type { ReplicatedDesign, ReplicatedRun } from './design.ts';
import { firstRounds, RunCache } from './run-cache.ts';
import type { FinishedRun } from './runs.ts';

const design = walksDesign as ReplicatedDesign;

const run = (rounds: number, replicate = 0): ReplicatedRun => ({
  population: { data: 'a', setting: 'calm' },
  arm: { steering: 'home' },
  mutant: null,
  seed: 1,
  replicate,
  rounds,
  observeAll: false,
  samples: false,
});

const rounds = (last: number) => Array.from({ length: last + 1 }, (_, round) => ({ round, distance: 1 }));
const finished = (last: number): FinishedRun => ({ milliseconds: 10, curve: { rounds: rounds(last) } });

/** A run cache whose runs end when they are told to. */
function watched() {
  const started: ReplicatedRun[] = [];
  const end: (() => void)[] = [];
  const cache = new RunCache(design, (each) => {
    started.push(each);
    return new Promise((resolve) => end.push(() => resolve(finished(each.rounds))));
  });
  return { cache, started, end };
}

test('a run that many ask for is done once, and its time is put down to one of them', async () => {
  const { cache, started, end } = watched();
  const both = [cache.observe(run(4)), cache.observe({ ...run(4), arm: { steering: 'home' } })];
  end[0]!();
  const [first, second] = await Promise.all(both);
  expect(started).toEqual([run(4)]);
  expect(second!.curve).toEqual(first!.curve);
  expect([first!.milliseconds, second!.milliseconds]).toEqual([10, 0]);
});

test('a longer run waits for the shorter one, from which it goes on', async () => {
  const { cache, started, end } = watched();
  const short = cache.observe(run(4));
  const long = cache.observe(run(8));
  expect(started).toEqual([run(4)]);
  end[0]!();
  expect((await short).curve.rounds).toHaveLength(5);
  expect(started).toEqual([run(4), run(8)]);
  end[1]!();
  expect((await long).curve.rounds).toHaveLength(9);
});

test('a shorter run is the beginning of a longer one that was asked for before', async () => {
  const { cache, started, end } = watched();
  const long = cache.observe(run(8));
  const short = cache.observe(run(4));
  end[0]!();
  expect((await long).curve.rounds).toHaveLength(9);
  expect(await short).toEqual({ curve: finished(4).curve, milliseconds: 0 });
  expect(started).toEqual([run(8)]);
});

test('runs that differ in anything but their length are different runs', () => {
  const { cache, started } = watched();
  const others: readonly Partial<ReplicatedRun>[] = [
    { replicate: 1 },
    { population: { data: 'b', setting: 'calm' } },
    { population: { data: 'a', setting: 'rough' } },
    { mutant: 'growth-stops' },
    { arm: { steering: 'none' } },
    { seed: 2 },
    { observeAll: true },
    { samples: true },
  ];
  for (const other of [{}, ...others]) void cache.observe({ ...run(4), ...other });
  expect(started).toHaveLength(1 + others.length);
});

test('a run that fails fails for all who wait for it or go on from it', async () => {
  const cache = new RunCache(design, () => Promise.reject(new Error('on purpose')));
  const waiting = [4, 4, 8].map((each) => cache.observe(run(each)));
  for (const each of waiting) await expect(each).rejects.toThrow('on purpose');
});

const samples = (count: number) =>
  Buffer.from(Uint8Array.from({ length: 20 * count }, (_, place) => Math.floor(place / 20))).toString('base64');

test('a curve is cut after a round, and its images with it', () => {
  expect(firstRounds({ rounds: rounds(3), samples: samples(4) }, 2)).toEqual({
    rounds: rounds(2),
    samples: samples(3),
  });
  expect(firstRounds({ rounds: rounds(3) }, 1)).toEqual({ rounds: rounds(1) });
  expect(firstRounds({ rounds: rounds(3), samples: samples(4) }, 3)).toEqual({
    rounds: rounds(3),
    samples: samples(4),
  });
});
