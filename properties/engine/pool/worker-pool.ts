import type { Rank, Task } from '../kinds/kind-of-work.ts';
import type { Suite } from '../suite.ts';
import type { SuiteOptions } from '../suite-content.ts';
import type { Checkpoints } from './checkpoints.ts';
import { thisThread } from './executor.ts';
import { type CheckpointsAddress, openCheckpoints } from './open-checkpoints.ts';
import { type ThreadOptions, threads } from './threads.ts';

/** Workers that do the tasks submitted to them. Each worker does one task at a time. */
export interface WorkerPool {
  /** Where its workers keep the state of half-done work. */
  readonly checkpoints: Checkpoints;
  submit(task: Task, rank: Rank): Promise<unknown>;
  /** Ends the workers, also in the middle of a task. Tasks that wait are never done. */
  dispose(): Promise<void>;
}

/** What workers work for, and where. */
export interface PoolOptions {
  readonly suite: Suite;
  readonly checkpoints: CheckpointsAddress;
  /** The suite's local options: where things are on this machine. */
  readonly local: SuiteOptions;
  /** How threads are started, where not as usual. */
  readonly threads?: ThreadOptions;
}

interface Waiting {
  readonly task: Task;
  readonly rank: Rank;
  readonly settle: (result: Promise<unknown>) => void;
}

/** A pool of worker threads. A pool of 0 workers does its tasks in this thread. */
export function openPool(workers: number, options: PoolOptions): WorkerPool {
  const checkpoints = openCheckpoints(options.checkpoints);
  const { suite, local } = options;
  const executor = workers === 0 ? thisThread({ suite, checkpoints, local }) : threads(workers, options);
  const waiting: Waiting[] = [];
  let idle = Math.max(1, workers);

  const start = () => {
    while (idle > 0 && waiting.length > 0) {
      const { task, settle } = waiting.shift()!;
      idle -= 1;
      settle(executor.perform(task).finally(finished));
    }
  };
  const finished = () => {
    idle += 1;
    // First the code that waits for the result may submit further tasks.
    setImmediate(start);
  };
  const submit = (task: Task, rank: Rank): Promise<unknown> =>
    new Promise((resolve) => {
      const place = waiting.findIndex((other) => precedes(rank, other.rank));
      waiting.splice(place < 0 ? waiting.length : place, 0, { task, rank, settle: resolve });
      setImmediate(start);
    });
  const dispose = async () => {
    waiting.length = 0;
    await executor.dispose();
  };
  return { checkpoints, submit, dispose };
}

function precedes(a: Rank, b: Rank): boolean {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place >= 0 && a[place]! < (b[place] ?? Number.POSITIVE_INFINITY);
}
