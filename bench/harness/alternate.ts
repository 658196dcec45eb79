import { median } from './median.ts';
import type { Effort } from './part.ts';
import { processorTime } from './processor-time.ts';

/** What is timed. */
export interface Task {
  readonly name: string;
  /** Units of work that are done at a time: samples, steps, observations. */
  readonly amount: number;
  /** Does the work so many times; resolves to the milliseconds of processor time that it took, wherever it was done. */
  time(repetitions: number): Promise<number>;
  dispose?(): Promise<void>;
}

/** What was measured of a task: milliseconds of processor time a unit of work, an entry a run. */
export interface Timing {
  readonly name: string;
  readonly milliseconds: readonly number[];
}

/** Runs that are not counted: caches and branch predictors find the order of the tasks. */
const WARM_UP = 2;

/** A task of this process. */
export function task(name: string, amount: number, work: () => unknown, dispose?: () => Promise<void>): Task {
  return {
    name,
    amount,
    async time(repetitions) {
      const start = processorTime();
      for (let done = 0; done < repetitions; done += 1) await work();
      return processorTime() - start;
    },
    ...(dispose && { dispose }),
  };
}

/**
 * Times tasks against each other: every run does a slice of each, one after another, so that whatever else the machine does falls on all
 * alike. Disposes of them. (Benchmark libraries, tinybench and mitata among them, finish one task before the next, and know no processor time.)
 */
export async function alternate(
  tasks: readonly Task[],
  { runs, slice }: Pick<Effort, 'runs' | 'slice'>,
): Promise<readonly Timing[]> {
  try {
    const repetitions = tasks.map(() => 1);
    // Twice: what the first pass took to reach the slice was in part compilation.
    for (const _ of ['cold', 'warm']) {
      for (const [i, each] of tasks.entries()) repetitions[i] = await enough(each, repetitions[i]!, slice);
    }
    const milliseconds = tasks.map((): number[] => []);
    for (let run = -WARM_UP; run < runs; run += 1) {
      for (const [i, each] of tasks.entries()) {
        const time = await each.time(repetitions[i]!);
        if (run >= 0) milliseconds[i]!.push(time / repetitions[i]! / each.amount);
      }
    }
    return tasks.map(({ name }, i) => ({ name, milliseconds: milliseconds[i]! }));
  } finally {
    for (const each of tasks) await each.dispose?.();
  }
}

/** How often the work must be done to take a slice, by doubling. */
async function enough(each: Task, from: number, slice: number): Promise<number> {
  let repetitions = from;
  while ((await each.time(repetitions)) < slice) repetitions *= 2;
  return repetitions;
}

/** Microseconds of processor time a unit of work: the median over runs. */
export const microseconds = ({ milliseconds }: Timing): number => 1000 * median(milliseconds);

/** Units of work a second of one core: the median over runs. */
export const perSecond = ({ milliseconds }: Timing): number => 1000 / median(milliseconds);

/** How many times as long a unit of one task takes as a unit of another: the median of the runs' own ratios. */
export function timesAsLong(one: Timing, other: Timing): number {
  return median(one.milliseconds.map((time, run) => time / other.milliseconds[run]!));
}
