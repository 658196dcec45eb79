import type { EvidenceRecord } from './evidence.ts';
import { perform as performDraws, type Task } from './plan.ts';
import { type FinishedRun, performRun, type RetrainingTask } from './retraining/task.ts';

/** Does one task of either kind, hands back what it comes to. */
export function perform(task: Task | RetrainingTask): EvidenceRecord[] | Promise<FinishedRun> {
  return 'run' in task ? performRun(task) : performDraws(task);
}
