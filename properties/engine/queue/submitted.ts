import type { Rank } from '../pool/crew.ts';
import { taskName } from '../pool/task-name.ts';
import type { AnyTask } from '../pool/worker.ts';
import { messageOf } from './connection.ts';
import { outcomeOf, type WorkQueue } from './jobs.ts';
import { jobOf } from './names.ts';
import { portable } from './portable.ts';
import { priorityOf } from './priority.ts';
import { QueueFailure } from './queue-failure.ts';
import { workName } from './work-name.ts';

interface Waiting {
  readonly task: AnyTask;
  readonly rank: Rank;
  readonly result: Promise<unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Work that is handed in to a queue, until it is done. What Redis says of a job is what counts; its events only say when to look. So
 * nobody waits for ever for an event that was lost, and work that vanished, with a Redis that was started anew, is handed in again.
 */
export class Submitted {
  readonly #queue: WorkQueue;
  readonly #identity: string;
  readonly #waiting = new Map<string, Waiting>();

  constructor(queue: WorkQueue, identity: string) {
    this.#queue = queue;
    this.#identity = identity;
  }

  /** What a task comes to. Of a task that was handed in before, by whomever, it is that. */
  submit(task: AnyTask, rank: Rank): Promise<unknown> {
    const work = portable(task);
    const job = jobOf(this.#identity, work);
    const known = this.#waiting.get(job) ?? this.#register(job, work, rank);
    return known.result;
  }

  /** Looks what became of a job, if anybody here waits for it. */
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

  /** Nobody waits any longer. */
  forget(): void {
    this.#waiting.clear();
  }

  #register(job: string, task: AnyTask, rank: Rank): Waiting {
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
      await this.#queue.add(taskName(task), task, { jobId: job, priority: priorityOf(rank) });
      return;
    }
    const outcome = await outcomeOf(found);
    if (outcome === undefined) return;
    if ('result' in outcome) return this.#done(job, () => resolve(outcome.result));
    // Whoever starts the run again has it tried again.
    await found.remove();
    this.#done(job, () => reject(new QueueFailure(`${workName(task)}: ${outcome.failure}`)));
  }

  /** Once, whoever finds out first. */
  #done(job: string, settle: () => void): void {
    if (this.#waiting.delete(job)) settle();
  }
}
