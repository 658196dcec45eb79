import { expect, test } from 'vitest';
import type { RetrainingRun } from './laboratory.ts';
import { Observatory } from './observatory.ts';
import type { FinishedRun } from './task.ts';

const run = (rounds: number, replicate = 0): RetrainingRun => ({
  digits: 'procedural',
  setting: 'warm',
  arm: { keep: 1 },
  mutant: null,
  seed: 1,
  replicate,
  rounds,
  observeAll: false,
  samples: false,
});

const finished = (rounds: number): FinishedRun => ({
  milliseconds: 10,
  curve: {
    rounds: Array.from({ length: rounds + 1 }, (_, round) => ({
      round,
      frechet: round,
      frechetToReference: 0,
      classVariance: 1,
      slant: 0,
      ink: 1,
    })),
  },
});

/** An observatory whose runs end when they are told to. */
function watched() {
  const started: RetrainingRun[] = [];
  const end: (() => void)[] = [];
  const observatory = new Observatory((each) => {
    started.push(each);
    return new Promise((resolve) => end.push(() => resolve(finished(each.rounds))));
  });
  return { observatory, started, end };
}

test('a run that many ask for is done once, and its time is put down to one of them', async () => {
  const { observatory, started, end } = watched();
  const both = [observatory.observe(run(4)), observatory.observe({ ...run(4), arm: { keep: 1 } })];
  end[0]!();
  const [first, second] = await Promise.all(both);
  expect(started).toEqual([run(4)]);
  expect(second!.curve).toEqual(first!.curve);
  expect([first!.milliseconds, second!.milliseconds]).toEqual([10, 0]);
});

test('a longer run waits for the shorter one, from which it goes on', async () => {
  const { observatory, started, end } = watched();
  const short = observatory.observe(run(4));
  const long = observatory.observe(run(8));
  expect(started).toEqual([run(4)]);
  end[0]!();
  expect((await short).curve.rounds).toHaveLength(5);
  expect(started).toEqual([run(4), run(8)]);
  end[1]!();
  expect((await long).curve.rounds).toHaveLength(9);
});

test('a shorter run is the beginning of a longer one that was asked for before', async () => {
  const { observatory, started, end } = watched();
  const long = observatory.observe(run(8));
  const short = observatory.observe(run(4));
  end[0]!();
  expect((await long).curve.rounds).toHaveLength(9);
  expect(await short).toEqual({ curve: finished(4).curve, milliseconds: 0 });
  expect(started).toEqual([run(8)]);
});

test('runs that differ in anything but their length are different runs', () => {
  const { observatory, started } = watched();
  const others: readonly Partial<RetrainingRun>[] = [
    { replicate: 1 },
    { digits: 'mnist' },
    { setting: 'fresh' },
    { mutant: 'm' },
    { arm: { keep: 0.5 } },
    { seed: 2 },
  ];
  for (const other of [{}, ...others]) void observatory.observe({ ...run(4), ...other });
  expect(started).toHaveLength(1 + others.length);
});

test('a run that fails fails for all who wait for it or go on from it', async () => {
  const observatory = new Observatory(() => Promise.reject(new Error('on purpose')));
  const waiting = [4, 4, 8].map((rounds) => observatory.observe(run(rounds)));
  for (const each of waiting) await expect(each).rejects.toThrow('on purpose');
});
