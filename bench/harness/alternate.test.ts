import { describe, expect, test } from 'vitest';
import { alternate, microseconds, perSecond, type Task, task, timesAsLong } from './alternate.ts';

/** A task that takes these milliseconds a repetition, run by run, and writes down when it is asked. */
function pretended(name: string, costs: (call: number) => number, asked: string[]): Task {
  let call = 0;
  return {
    name,
    amount: 2,
    time: async (repetitions) => {
      asked.push(`${name}×${repetitions}`);
      return repetitions * costs(call++);
    },
    dispose: async () => void asked.push(`${name} disposed`),
  };
}

describe('alternate', () => {
  test('repeats the work until it takes a slice, does the tasks in turn, and disposes of them', async () => {
    const asked: string[] = [];
    await alternate([pretended('a', () => 5, asked), pretended('b', () => 20, asked)], { runs: 2, slice: 20 });
    const calibration = ['a×1', 'a×2', 'a×4', 'b×1', 'a×4', 'b×1'];
    const turns = Array.from({ length: 4 }, () => ['a×4', 'b×1']).flat();
    expect(asked).toEqual([...calibration, ...turns, 'a disposed', 'b disposed']);
  });

  test('gives the time of a unit of work in every run that counts', async () => {
    const [timing] = await alternate([pretended('a', (call) => call, [])], { runs: 3, slice: 0 });
    // Two calls that calibrate and two that warm up come before; two units are done at a time.
    expect(timing).toEqual({ name: 'a', milliseconds: [2, 2.5, 3] });
  });

  test('disposes of all tasks when one fails', async () => {
    const asked: string[] = [];
    const broken: Task = { name: 'b', amount: 1, time: () => Promise.reject(new Error('out of order')) };
    const both = [pretended('a', () => 1, asked), broken];
    await expect(alternate(both, { runs: 1, slice: 0 })).rejects.toThrow('out of order');
    expect(asked.at(-1)).toBe('a disposed');
  });

  test('a task does its work as often as it is asked, and waits for it', async () => {
    let done = 0;
    const work = async () => {
      await null;
      done += 1;
    };
    expect(await task('work', 1, work).time(3)).toBeGreaterThanOrEqual(0);
    expect(done).toBe(3);
  });
});

describe('figures of timings', () => {
  const slow = { name: 'slow', milliseconds: [4, 40, 6] };
  const fast = { name: 'fast', milliseconds: [2, 8, 1] };

  test('are medians over runs', () => {
    expect(microseconds(slow)).toBe(6000);
    expect(perSecond(slow)).toBeCloseTo(1000 / 6, 12);
  });

  test('compare two tasks run by run', () => {
    expect(timesAsLong(slow, fast)).toBe(5);
  });
});
