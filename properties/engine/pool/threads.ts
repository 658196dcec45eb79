import { setFlagsFromString } from 'node:v8';
import { Piscina } from 'piscina';
import type { Task } from '../kinds/kind-of-work.ts';
import type { Suite } from '../suite.ts';
import type { SuiteOptions } from '../suite-content.ts';
import { type Executor, failureOf, taskName } from './executor.ts';
import type { CheckpointsAddress } from './open-checkpoints.ts';
import type { Answer, WorkerData } from './worker.ts';

/** A task that ends every worker that takes it. The message is one line with the name of the task. */
export class WorkerDeath extends Error {
  override readonly name = 'WorkerDeath';
}

/** How threads are started, where not as usual. */
export interface ThreadOptions {
  /** Address of the module that a thread runs. Its default export is a function from a Task to an Answer. */
  readonly filename?: string;
  /** Largest heap of a thread, in MB; V8's own limit when absent. */
  readonly heapMb?: number;
}

/**
 * Heap that a worker starts with, in MB. With V8's own, work that creates many large arrays makes V8 collect a heap of 10 MB in full every
 * 20 ms: two fifths of the working time.
 */
const FIRST_HEAP_MB = 256;

/**
 * The number of workers that may die on one task. What strikes one task so often is no accident, such as memory that
 * another process took: it is the task.
 */
const TOO_MANY_DEATHS = 3;

/** What threads work for, and where. */
export interface ThreadsOptions {
  readonly suite: Suite;
  readonly checkpoints: CheckpointsAddress;
  readonly local: SuiteOptions;
  readonly threads?: ThreadOptions;
}

/**
 * Worker threads. A thread may die: out of memory, or of an error outside its task. A line on stderr then names its
 * task, and another thread does the task again, with the same result.
 */
export function threads(workers: number, options: ThreadsOptions): Executor {
  const { suite, checkpoints, local, threads: { filename, heapMb } = {} } = options;
  setFlagsFromString(`--initial-old-space-size=${FIRST_HEAP_MB}`);
  const pool = new Piscina({
    filename: filename ?? new URL('./worker-thread.mjs', import.meta.url).href,
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: Number.POSITIVE_INFINITY,
    workerData: { module: suite.module, checkpoints, local } satisfies WorkerData,
    ...(heapMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMb } }),
  });
  const waiting = new Set<(death: Error) => void>();
  let disposed = false;
  let broken: WorkerDeath | undefined;
  // A thread has died without a task. The pool replaces it, unless the thread died while it started.
  pool.on('error', (error: Error) => {
    if (pool.threads.length === workers) {
      tell(`a worker died without work (${error.message}): another takes its place`);
    } else {
      broken = new WorkerDeath(`no worker can be started: ${error.message}`);
      for (const reject of waiting) reject(broken);
    }
  });

  const answerTo = (task: Task) =>
    new Promise<Answer>((resolve, reject) => {
      if (broken !== undefined) throw broken;
      waiting.add(reject);
      const answered = pool.run(task).finally(() => waiting.delete(reject));
      answered.then(resolve, reject);
    });
  return {
    async perform(task) {
      for (let deaths = 1; ; deaths += 1) {
        const answer = await answerTo(task).catch((death: Error) => death);
        if (!(answer instanceof Error)) {
          if ('result' in answer) return answer.result;
          throw failureOf(task, answer.error, suite);
        }
        if (disposed || answer instanceof WorkerDeath) throw answer;
        const death = `${taskName(task, suite)}: ${answer.message}`;
        if (deaths === TOO_MANY_DEATHS)
          throw new WorkerDeath(`${deaths} workers died one after another on the ${death}`);
        tell(`a worker died on the ${death}; its work is done again`);
      }
    },
    async dispose() {
      disposed = true;
      await pool.destroy();
    },
  };
}

const tell = (line: string) => process.stderr.write(`claimcheck: ${line.replace(/\s+/g, ' ')}\n`);
