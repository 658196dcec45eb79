import { DataError } from '../data-error.ts';
import type { Task, WorkerContext } from '../kinds/kind-of-work.ts';
import { OutputError } from '../output-error.ts';
import { kindOf, type Suite } from '../suite.ts';

/** Does tasks. */
export interface Executor {
  /** @throws an error that names the task; DataError and OutputError are passed on as they are. */
  perform(task: Task): Promise<unknown>;
  /** Ends its threads, also in the middle of a task. */
  dispose(): Promise<void>;
}

/** Does one task, by its kind of work. */
export async function perform(task: Task, context: WorkerContext & { readonly suite: Suite }): Promise<unknown> {
  return kindOf(context.suite, task.kind).perform(task, context);
}

/** Does tasks in the thread that calls it. */
export function thisThread(context: WorkerContext & { readonly suite: Suite }): Executor {
  return {
    async perform(task) {
      try {
        return await perform(task, context);
      } catch (error) {
        throw error instanceof Error ? failureOf(task, error, context.suite) : error;
      }
    },
    dispose: async () => {},
  };
}

/** The error to throw for a task that has thrown one. That error may be plain data from another thread. */
export function failureOf(task: Task, error: Pick<Error, 'name' | 'message'>, suite: Suite): Error {
  for (const known of [DataError, OutputError]) if (error.name === known.name) return new known(error.message);
  return new Error(`${taskName(task, suite)}: ${error.message}`, { cause: error });
}

/** What a task is, for the message that the task failed. */
export function taskName(task: Task, suite: Suite): string {
  return kindOf(suite, task.kind).name(task, suite);
}
