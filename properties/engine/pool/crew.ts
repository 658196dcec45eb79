import type { EvidenceRecord } from '../evidence/evidence.ts';
import type { Task } from '../kinds/drawn-settings/plan.ts';
import type { IllustrationTask } from '../kinds/figure-data/task.ts';
import type { FinishedRun, RetrainingTask } from '../kinds/replicated-runs/task.ts';
import { type AnyCheckpointsAddress, type Checkpoints, openCheckpoints } from './checkpoints.ts';
import { thisThread } from './hands.ts';
import { type ThreadOptions, threads } from './threads.ts';
import type { AnyTask } from './worker.ts';

/** When a task is done among those that wait: the lowest first, compared number by number; of equals the first submitted. */
export type Rank = readonly number[];

/** Workers that do the tasks submitted to them, each one at a time. */
export interface Crew {
  /** Where its workers keep the state of half-done work. */
  readonly checkpoints: Checkpoints;
  submit(task: Task, rank: Rank): Promise<EvidenceRecord[]>;
  submit(task: RetrainingTask, rank: Rank): Promise<FinishedRun>;
  submit(task: IllustrationTask, rank: Rank): Promise<unknown[]>;
  submit(task: AnyTask, rank: Rank): Promise<unknown>;
  /** Ends the workers, whatever they do; tasks that wait are never done. */
  dispose(): Promise<void>;
}

interface Waiting {
  readonly task: AnyTask;
  readonly rank: Rank;
  readonly settle: (result: Promise<unknown>) => void;
}

/** A crew of worker threads, which keep their checkpoints at an address; of 0 workers, this thread. */
export function openCrew(workers: number, address: AnyCheckpointsAddress, options?: ThreadOptions): Crew {
  const checkpoints = openCheckpoints(address);
  const hands = workers === 0 ? thisThread(checkpoints) : threads(workers, address, options);
  const waiting: Waiting[] = [];
  let idle = Math.max(1, workers);

  const start = () => {
    while (idle > 0 && waiting.length > 0) {
      const { task, settle } = waiting.shift()!;
      idle -= 1;
      settle(hands.perform(task).finally(finished));
    }
  };
  const finished = () => {
    idle += 1;
    // After whoever waits for the result has submitted what follows from it.
    setImmediate(start);
  };
  // The task's type says what its result is: the overloads of Crew.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  const submit = (task: AnyTask, rank: Rank): Promise<any> =>
    new Promise((resolve) => {
      const place = waiting.findIndex((other) => precedes(rank, other.rank));
      waiting.splice(place < 0 ? waiting.length : place, 0, { task, rank, settle: resolve });
      setImmediate(start);
    });
  const dispose = async () => {
    waiting.length = 0;
    await hands.dispose();
  };
  return { checkpoints, submit, dispose };
}

function precedes(a: Rank, b: Rank): boolean {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place >= 0 && a[place]! < (b[place] ?? Number.POSITIVE_INFINITY);
}
