import type { EvidenceRecord } from '../evidence/evidence.ts';
import { perform as performDraws, type Task } from '../kinds/drawn-settings/plan.ts';
import { type IllustrationTask, performCells } from '../kinds/figure-data/task.ts';
import { type FinishedRun, performRun, type RetrainingTask } from '../kinds/replicated-runs/task.ts';
import type { Checkpoints } from './checkpoints.ts';

/** Work of any kind. */
export type AnyTask = Task | RetrainingTask | IllustrationTask;

/** Does one task of any kind, hands back what it comes to. */
export function perform(task: AnyTask, checkpoints: Checkpoints): EvidenceRecord[] | unknown[] | Promise<FinishedRun> {
  if ('run' in task) return performRun(task, checkpoints);
  return 'illustration' in task ? performCells(task) : performDraws(task);
}
