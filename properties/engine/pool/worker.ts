import type { Task } from '../kinds/kind-of-work.ts';
import type { Suite } from '../suite.ts';
import type { SuiteOptions } from '../suite-content.ts';
import { perform } from './executor.ts';
import { type CheckpointsAddress, openCheckpoints } from './open-checkpoints.ts';

/** What a worker thread is started with. Plain data. */
export interface WorkerData {
  /** Address of the module of the suite. */
  readonly module: string;
  readonly checkpoints: CheckpointsAddress;
  readonly local: SuiteOptions;
}

/** A thread's answer to a task: the result or the error. A thread that gives no answer has died. */
export type Answer = { readonly result: unknown } | { readonly error: Pick<Error, 'name' | 'message' | 'stack'> };

/**
 * The function that does the tasks of a worker thread.
 * @param suite the suite of the module in the worker's data.
 */
export function answering(suite: Suite, { checkpoints: address, local }: WorkerData): (task: Task) => Promise<Answer> {
  const checkpoints = openCheckpoints(address);
  return async (task) => {
    try {
      return { result: await perform(task, { suite, checkpoints, local }) };
    } catch (error) {
      const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
      return { error: { name, message, ...(stack === undefined ? {} : { stack }) } };
    }
  };
}
