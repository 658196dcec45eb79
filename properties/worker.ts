import type { EvidenceRecord } from './evidence.ts';
import { type IllustrationTask, performCells } from './illustrations/task.ts';
import { perform as performDraws, type Task } from './plan.ts';
import { type FinishedRun, performRun, type RetrainingTask } from './retraining/task.ts';

/** Work of any kind. */
export type AnyTask = Task | RetrainingTask | IllustrationTask;

/** Does one task of any kind, hands back what it comes to. */
export function perform(task: AnyTask): EvidenceRecord[] | unknown[] | Promise<FinishedRun> {
  if ('run' in task) return performRun(task);
  return 'illustration' in task ? performCells(task) : performDraws(task);
}
