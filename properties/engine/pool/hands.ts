import { DataError } from '../data-error.ts';
import { OutputError } from '../output-error.ts';
import type { Checkpoints } from './checkpoints.ts';
import { taskName } from './task-name.ts';
import { type AnyTask, perform } from './worker.ts';

/** What does tasks. */
export interface Hands {
  /** @throws an error that names the task; DataError and OutputError as they are. */
  perform(task: AnyTask): Promise<unknown>;
  /** Ends them, whatever they do. */
  dispose(): Promise<void>;
}

/** Does tasks where it is called. */
export function thisThread(checkpoints: Checkpoints): Hands {
  return {
    async perform(task) {
      try {
        return await perform(task, checkpoints);
      } catch (error) {
        throw error instanceof Error ? failureOf(task, error) : error;
      }
    },
    dispose: async () => {},
  };
}

/** The error of a task that threw one, which may have come as plain data from another thread. */
export function failureOf(task: AnyTask, error: Pick<Error, 'name' | 'message'>): Error {
  for (const known of [DataError, OutputError]) if (error.name === known.name) return new known(error.message);
  return new Error(`${taskName(task)}: ${error.message}`, { cause: error });
}
