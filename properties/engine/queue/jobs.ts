import type { Job, Queue } from 'bullmq';
import type { Task } from '../kinds/kind-of-work.ts';
import { checkedLine, recordOf } from '../pool/checked-line.ts';
import { type ExactJson, ofExactJson, toExactJson } from '../pool/exact-json.ts';

/** A queue of work: its jobs carry tasks, and come to lines of what was done. */
export type WorkQueue = Queue<Task, string, string>;

/** What became of a job. */
export type JobOutcome = { readonly result: unknown } | { readonly failure: string };

/** What a task came to, as the line that a worker hands back: exact, with its own SHA-256. */
export function resultLine(result: unknown): string {
  return checkedLine(toExactJson(result));
}

/** What became of a job; undefined while it is not finished, or when its result was harmed, which makes it vanish, to be done again. */
export async function outcomeOf(job: Job<Task, string>): Promise<JobOutcome | undefined> {
  if (job.finishedOn === undefined) return undefined;
  if (job.failedReason !== undefined) return { failure: job.failedReason };
  const exact = recordOf(String(job.returnvalue)) as ExactJson | undefined;
  if (exact !== undefined) return { result: ofExactJson(exact) };
  await job.remove();
  return undefined;
}
