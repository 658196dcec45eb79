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

/** What a thread makes of a task. An error is an answer: that none comes means that the thread died. */
export type Answer = { readonly result: unknown } | { readonly error: Pick<Error, 'name' | 'message' | 'stack'> };

/**
 * What answers to tasks in a worker thread.
 * @param suite the suite that the data name.
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
