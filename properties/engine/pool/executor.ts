import { DataError } from '../data-error.ts';
import type { Task, WorkerContext } from '../kinds/kind-of-work.ts';
import { OutputError } from '../output-error.ts';
import { kindOf, type Suite } from '../suite.ts';

/** What does tasks. */
export interface Executor {
  /** @throws an error that names the task; DataError and OutputError as they are. */
  perform(task: Task): Promise<unknown>;
  /** Ends its threads, whatever they do. */
  dispose(): Promise<void>;
}

/** Does one task as the kind of work that it is of has it. */
export async function perform(task: Task, context: WorkerContext & { readonly suite: Suite }): Promise<unknown> {
  return kindOf(context.suite, task.kind).perform(task, context);
}

/** Does tasks where it is called. */
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

/** The error of a task that threw one, which may have come as plain data from another thread. */
export function failureOf(task: Task, error: Pick<Error, 'name' | 'message'>, suite: Suite): Error {
  for (const known of [DataError, OutputError]) if (error.name === known.name) return new known(error.message);
  return new Error(`${taskName(task, suite)}: ${error.message}`, { cause: error });
}

/** What a task is, for the person who is told that it failed. */
export function taskName(task: Task, suite: Suite): string {
  return kindOf(suite, task.kind).name(task, suite);
}
