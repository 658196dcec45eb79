import type { Rank, Task } from '../kinds/kind-of-work.ts';
import { taskName } from '../pool/executor.ts';
import type { Suite } from '../suite.ts';
import { messageOf } from './connection.ts';
import { outcomeOf, type WorkQueue } from './jobs.ts';
import { jobOf } from './names.ts';
import { priorityOf } from './priority.ts';
import { QueueFailure } from './queue-failure.ts';

interface Waiting {
  readonly task: Task;
  readonly rank: Rank;
  readonly result: Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Tasks that are handed in to a queue, until they are done. What Redis says of a job is what counts; its events only say when to look. So
 * no task waits for ever for an event that was lost, and a task that vanished, with a Redis that was started anew, is handed in again.
 */
export class Submitted {
  readonly #queue: WorkQueue;
  readonly #suite: Suite;
  readonly #identity: string;
  readonly #waiting = new Map<string, Waiting>();

  constructor(queue: WorkQueue, suite: Suite, identity: string) {
    this.#queue = queue;
    this.#suite = suite;
    this.#identity = identity;
  }

  /** What a task comes to. A task that was handed in before, here or elsewhere, is the same job. */
  submit(task: Task, rank: Rank): Promise<unknown> {
    const job = jobOf(this.#identity, task);
    const known = this.#waiting.get(job) ?? this.#register(job, task, rank);
    return known.result;
  }

  /** Looks what became of a job, if a task here waits for it. */
  async look(job: string): Promise<void> {
    const waiting = this.#waiting.get(job);
    if (waiting === undefined) return;
    try {
      await this.#settle(job, waiting);
    } catch (error) {
      // Redis refuses, as it does when its memory is full.
      this.#done(job, () => waiting.reject(new QueueFailure(`the queue cannot be used: ${messageOf(error)}`)));
    }
  }

  /** Looks what became of all. */
  async lookAtAll(): Promise<void> {
    await Promise.all([...this.#waiting.keys()].map((job) => this.look(job)));
  }

  /** All that waits fails. */
  fail(error: Error): void {
    for (const [job, { reject }] of this.#waiting) this.#done(job, () => reject(error));
  }

  /** No task waits any longer. */
  forget(): void {
    this.#waiting.clear();
  }

  #register(job: string, task: Task, rank: Rank): Waiting {
    let resolve: Waiting['resolve'] = () => {};
    let reject: Waiting['reject'] = () => {};
    const result = new Promise<unknown>((...settle) => {
      [resolve, reject] = settle;
    });
    const waiting = { task, rank, result, resolve, reject };
    this.#waiting.set(job, waiting);
    void this.look(job);
    return waiting;
  }

  async #settle(job: string, { task, rank, resolve, reject }: Waiting): Promise<void> {
    const found = await this.#queue.getJob(job);
    if (found === undefined) {
      // Forgotten in the meantime, it would be left behind in the queue.
      if (!this.#waiting.has(job)) return;
      await this.#queue.add(taskName(task, this.#suite), task, { jobId: job, priority: priorityOf(rank) });
      return;
    }
    const outcome = await outcomeOf(found);
    if (outcome === undefined) return;
    if ('result' in outcome) return this.#done(job, () => resolve(outcome.result));
    // A run that is started again tries it again.
    await found.remove();
    this.#done(job, () => reject(new QueueFailure(`${taskName(task, this.#suite)}: ${outcome.failure}`)));
  }

  /** Once, by the first look that finds out. */
  #done(job: string, settle: () => void): void {
    if (this.#waiting.delete(job)) settle();
  }
}
